package dev.slipway.engine.fold;

import dev.slipway.model.ActorId;
import dev.slipway.model.PublicKey;
import dev.slipway.model.Reason;
import dev.slipway.model.Remark;
import dev.slipway.model.TargetId;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.definition.TargetDefinition;
import dev.slipway.model.entry.AgentEnrolled;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.TargetPaused;
import dev.slipway.model.entry.TargetRemovalAsked;
import dev.slipway.model.entry.TargetRemoved;
import dev.slipway.model.entry.TargetResumed;
import java.time.Instant;
import java.util.Optional;

/**
 * A target as it is declared now, the agent that may act at it, and whether it is in use.
 *
 * @param asked who asked last that it be removed, where another person has to say so too
 */
public record TargetState(
    TargetDefinition definition,
    Origin origin,
    Optional<Agent> agent,
    Use use,
    Optional<Asked> asked) {

  /** An enrolled agent and its key. */
  public record Agent(ActorId id, PublicKey key) {}

  /** The person who asked that it be removed. */
  public record Asked(ActorId person, Instant at) {}

  /** Whether anything is ordered of it. */
  public sealed interface Use {

    record InUse() implements Use {}

    /** What was ordered before is kept; nothing new is ordered. */
    record Paused(ActorId by, Remark because) implements Use {}

    /** It belongs to its environment no longer. */
    record Removed(ActorId by, Instant at) implements Use {}
  }

  static TargetState declared(TargetDefinition definition, Origin origin) {
    return new TargetState(definition, origin, Optional.empty(), new Use.InUse(), Optional.empty());
  }

  TargetState declaredAs(TargetDefinition next, Origin from) {
    return isRemoved() ? declared(next, from) : new TargetState(next, from, agent, use, asked);
  }

  TargetState with(AgentEnrolled entry) {
    Agent next = new Agent(entry.agent(), entry.key());
    return new TargetState(definition, origin, Optional.of(next), use, asked);
  }

  TargetState with(TargetPaused entry) {
    return now(new Use.Paused(entry.by(), entry.because()));
  }

  TargetState with(TargetResumed resumed) {
    return now(new Use.InUse());
  }

  TargetState with(TargetRemoved entry, Recorded recorded) {
    return now(new Use.Removed(entry.by(), recorded.at()));
  }

  private TargetState now(Use next) {
    return new TargetState(definition, origin, agent, next, Optional.empty());
  }

  TargetState with(TargetRemovalAsked entry, Recorded recorded) {
    Asked next = new Asked(entry.person(), recorded.at());
    return new TargetState(definition, origin, agent, use, Optional.of(next));
  }

  public TargetId id() {
    return definition.id();
  }

  /** Whether it can be a member of a rollout that starts now. */
  public boolean isInUse() {
    return switch (use) {
      case Use.InUse _ -> true;
      case Use.Paused _, Use.Removed _ -> false;
    };
  }

  public boolean isRemoved() {
    return switch (use) {
      case Use.Removed _ -> true;
      case Use.InUse _, Use.Paused _ -> false;
    };
  }

  /** Why nothing new is ordered of it; empty where it is in use. */
  public Optional<Reason> rests() {
    return switch (use) {
      case Use.InUse _ -> Optional.empty();
      case Use.Paused(ActorId by, Remark because) ->
          Optional.of(
              new Reason("target-paused", "%s is paused by %s: %s".formatted(id(), by, because)));
      case Use.Removed _ ->
          Optional.of(new Reason("target-removed", "%s was removed.".formatted(id())));
    };
  }
}
