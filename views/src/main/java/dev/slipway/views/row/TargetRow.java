package dev.slipway.views.row;

import dev.slipway.model.ActorId;
import dev.slipway.model.Remark;
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
 * @param rest why nothing new is ordered of it; absent while it is in use
 * @param former those whose place it took, the latest first; {@link #FORMER_MAX} are kept
 */
public record TargetRow(
    TargetDefinition definition,
    Optional<Enrolment> agent,
    List<Enrolment> former,
    Optional<Rest> rest)
    implements Row {

  public static final int FORMER_MAX = 10;

  public TargetRow {
    former = List.copyOf(former);
  }

  /** The same, with another agent in the place of the present one. */
  public TargetRow enrolled(Enrolment next) {
    return new TargetRow(
        definition,
        Optional.of(next),
        Stream.concat(agent.stream(), former.stream()).limit(FORMER_MAX).toList(),
        rest);
  }

  /** One that was just declared. */
  public static TargetRow declared(TargetDefinition definition) {
    return new TargetRow(definition, Optional.empty(), List.of(), Optional.empty());
  }

  /** The same, declared anew; one that was removed begins from the start. */
  public TargetRow declaredAs(TargetDefinition next) {
    return rest.filter(it -> it.kind() == Rest.Kind.REMOVED).isPresent()
        ? declared(next)
        : new TargetRow(next, agent, former, rest);
  }

  /** The same, paused, removed, or in use. */
  public TargetRow resting(Optional<Rest> next) {
    return new TargetRow(definition, agent, former, next);
  }

  /**
   * Why nothing new is ordered of a target.
   *
   * @param because what whoever paused it said
   */
  public record Rest(Kind kind, Optional<Remark> because, ActorId by, Instant at) {

    /** Whether it comes back by a word. */
    public enum Kind {
      PAUSED,
      /** It belongs to its environment no longer. */
      REMOVED
    }
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
