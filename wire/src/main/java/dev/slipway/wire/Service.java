package dev.slipway.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A deployable unit.
 *
 * @param words program and arguments, before values are put in
 * @param variables their names; what they hold is not told
 * @param secrets where the agent finds the values of further variables; never a value
 */
public record Service(
    String name,
    ServiceKind kind,
    List<String> words,
    Optional<String> healthPath,
    List<String> variables,
    Map<String, String> secrets) {
  public Service {
    words = List.copyOf(words);
    variables = List.copyOf(variables);
    secrets = Map.copyOf(secrets);
  }
}
