package dev.slipway.model.state;

import dev.slipway.model.JobName;
import dev.slipway.model.JobVersion;
import dev.slipway.model.definition.JobTime;

/**
 * An effect that a delivery has once: its name and its version say which.
 *
 * @param irreversible whether nothing from before it may come back once it succeeded
 * @param release what is run, under the job's name
 */
public record DesiredJob(
    JobName name, JobVersion version, JobTime time, boolean irreversible, Release release) {}
