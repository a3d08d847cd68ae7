package dev.slipway.wire;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What to deliver where.
 *
 * @param environment may be left out only when the route has exactly one
 * @param revision A branch, a tag or a commit id; absent means the head of the default branch
 * @param force pass guardrails that are not required
 * @param parameters for placeholders in commands
 * @param confirm the environment, named once more; needed where it is protected
 * @param at when it may start at the earliest; absent means at once
 */
public record DeployRequest(
    Optional<String> environment,
    Optional<String> revision,
    Optional<Boolean> force,
    Optional<Map<String, String>> parameters,
    Optional<String> confirm,
    Optional<Instant> at) {
  public DeployRequest {
    parameters = parameters.map(Map::copyOf);
  }
}
