package dev.slipway.model.definition;

import dev.slipway.model.JobName;
import java.util.SortedMap;

/**
 * An effect that a delivery has once, as its application declares it.
 *
 * @param version with placeholders; see {@link Template}
 * @param irreversible whether nothing from before it may come back once it succeeded
 * @param variables environment variables of its process, by name
 */
public record JobDefinition(
    JobName name,
    JobTime time,
    Workload.Command command,
    Template version,
    boolean irreversible,
    SortedMap<String, String> variables,
    Timeouts timeouts) {

  /** How many jobs an application may have. */
  public static final int JOBS_MAX = 20;
}
