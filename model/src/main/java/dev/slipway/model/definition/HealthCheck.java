package dev.slipway.model.definition;

import java.time.Duration;

/**
 * How a process is found healthy: an HTTP GET of {@code path} on its port that answers 2xx or 3xx.
 *
 * @param path absolute, such as {@code /healthz}
 * @param within how long after the start it may take to become healthy
 */
public record HealthCheck(String path, Duration within) {

  /** How long it may take unless somebody says otherwise. */
  public static final Duration WITHIN = Duration.ofSeconds(30);
}
