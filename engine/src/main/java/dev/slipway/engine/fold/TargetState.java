package dev.slipway.engine.fold;

import dev.slipway.model.ActorId;
import dev.slipway.model.PublicKey;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.definition.TargetDefinition;
import java.util.Optional;

/** A target as it is declared now, and the agent that may act at it. */
public record TargetState(TargetDefinition definition, Origin origin, Optional<Agent> agent) {

  /** An enrolled agent and its key. */
  public record Agent(ActorId id, PublicKey key) {}
}
