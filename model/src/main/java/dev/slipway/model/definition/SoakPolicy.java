package dev.slipway.model.definition;

import dev.slipway.model.EnvironmentName;
import java.time.Duration;
import java.util.Optional;

/**
 * What is delivered has to have been in force elsewhere for some time before it starts.
 *
 * @param in where; absent means the environment before this one on the application's route
 * @param time for how long, without a failure
 */
public record SoakPolicy(Optional<EnvironmentName> in, Duration time) {}
