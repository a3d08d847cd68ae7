package dev.slipway.views.row;

import dev.slipway.model.ActorId;
import dev.slipway.model.Scope;
import dev.slipway.model.definition.TargetDefinition;
import dev.slipway.views.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A target, and the agent that enrolled there last.
 *
 * @param former those whose place it took, the latest first; {@link #FORMER_MAX} are kept
 */
public record TargetRow(
    TargetDefinition definition, Optional<Enrolment> agent, List<Enrolment> former) implements Row {

  public static final int FORMER_MAX = 10;

  public TargetRow {
    former = List.copyOf(former);
  }

  /** The same, with another agent in the place of the present one. */
  public TargetRow enrolled(Enrolment next) {
    return new TargetRow(
        definition,
        Optional.of(next),
        Stream.concat(agent.stream(), former.stream()).limit(FORMER_MAX).toList());
  }

  /** An agent and since when it may act. */
  public record Enrolment(ActorId agent, Instant at) {}

  @Override
  public String key() {
    return definition.id().toString();
  }

  @Override
  public Map<String, String> columns() {
    return Map.of("environment", definition.id().environment().value());
  }

  @Override
  public Scope scope() {
    return new Scope.OfEnvironment(definition.id().environment());
  }
}
