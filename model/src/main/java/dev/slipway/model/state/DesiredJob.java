package dev.slipway.model.state;

import dev.slipway.model.JobName;
import dev.slipway.model.JobVersion;
import dev.slipway.model.definition.Compatibility;
import dev.slipway.model.definition.JobTime;
import java.util.Optional;

/**
 * An effect that a delivery has once: its name and its version say which.
 *
 * @param irreversible whether nothing from before it may come back once it succeeded
 * @param release what is run, under the job's name
 * @param compatible what may come back all the same; absent when nothing may
 */
public record DesiredJob(
    JobName name,
    JobVersion version,
    JobTime time,
    boolean irreversible,
    Release release,
    Optional<Compatibility> compatible) {

  /** One with whose effect nothing from before it runs, where it is irreversible. */
  public DesiredJob(
      JobName name, JobVersion version, JobTime time, boolean irreversible, Release release) {
    this(name, version, time, irreversible, release, Optional.empty());
  }
}
