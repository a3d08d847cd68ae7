package dev.slipway.views.row;

import dev.slipway.model.ActorId;
import dev.slipway.model.Scope;
import dev.slipway.model.definition.TargetDefinition;
import dev.slipway.views.Row;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A target, and the agent that enrolled there last. */
public record TargetRow(TargetDefinition definition, Optional<Enrolment> agent) implements Row {

  /** An agent and since when it may act. */
  public record Enrolment(ActorId agent, Instant at) {}

  @Override
  public String key() {
    return definition.id().toString();
  }

  @Override
  public String order() {
    return key();
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
