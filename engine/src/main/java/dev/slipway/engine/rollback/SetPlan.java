package dev.slipway.engine.rollback;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.PlacementState.InForce;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.fold.SetState;
import dev.slipway.engine.fold.SetState.Leg;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.state.ShipSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How what a set brought to an environment could be taken back: each application to what was in
 * force there before, those first that needed others. All of it or nothing: where one cannot go
 * back, none does.
 *
 * @param parts in the order in which they go back
 */
public record SetPlan(EnvironmentName environment, List<Part> parts) {

  public SetPlan {
    parts = List.copyOf(parts);
  }

  /** What would become of one application. */
  public sealed interface Part {

    Placement at();

    /** It goes back. */
    record Back(Placement at, Choice.Possible choice, List<ApplicationName> after) implements Part {
      public Back {
        after = List.copyOf(after);
      }
    }

    /** It has nothing to take back. */
    record Untouched(Placement at, Reason because) implements Part {}

    /** It cannot go back, and so nothing of the set does. */
    record Stuck(Placement at, Reason because) implements Part {}
  }

  /** Judges a set as it stands now; every placement of it is read. */
  public static SetPlan of(Deliberation d, SetState set, EnvironmentName environment) {
    List<Part> parts = new ArrayList<>();
    for (ShipSet.Member member : set.set().members().reversed()) {
      Placement at = new Placement(member.application(), environment);
      parts.add(part(d, set, at));
    }
    return new SetPlan(environment, ordered(set, parts));
  }

  /** Those that go back, in their order. */
  public List<Part.Back> backs() {
    return parts.stream().filter(Part.Back.class::isInstance).map(Part.Back.class::cast).toList();
  }

  /** Why nothing of it goes back; empty when all of it can. */
  public Optional<Reason> refusal() {
    Optional<Part.Stuck> stuck =
        parts.stream().filter(Part.Stuck.class::isInstance).map(Part.Stuck.class::cast).findFirst();
    if (stuck.isPresent()) {
      return stuck.map(one ->
          new Reason(
              one.because().code(),
              "Nothing of it goes back, for %s cannot: %s"
                  .formatted(one.at(), one.because().sentence())));
    }
    return backs().isEmpty()
        ? Optional.of(
            new Reason("nothing-to-take-back", "It brought nothing to %s.".formatted(environment)))
        : Optional.empty();
  }

  private static Part part(Deliberation d, SetState set, Placement at) {
    Leg leg = set.leg(at);
    PlacementState there = d.placement(at);
    return switch (leg.stage()) {
      case WAITING, ENDED ->
          new Part.Untouched(at, new Reason("not-arrived", "Nothing of the set arrived there."));
      case ROLLING ->
          stuck(
              at,
              "on-its-way",
              "it is on its way; slipway cancel %s ends it.".formatted(set.set().id()));
      case ARRIVED -> arrived(d, leg.delivery().orElseThrow(), leg.before(), there);
    };
  }

  private static Part arrived(
      Deliberation d, DeliveryId brought, Optional<Integer> before, PlacementState there) {
    Placement at = brought.placement();
    Optional<DeliveryId> held = there.inForce().map(InForce::delivery).map(it -> it.id());
    Optional<RolloutState> rolling = there.active().filter(active -> !active.isWaiting());
    if (d.application(at.application()).isEmpty()) {
      return stuck(at, "application-removed", "it was removed.");
    }
    if (rolling.isPresent()) {
      return stuck(
          at,
          "on-its-way",
          "%s is on its way there; wait for its end, or cancel it."
              .formatted(rolling.orElseThrow().delivery().id()));
    }
    if (held.filter(brought::equals).isEmpty()) {
      return stuck(
          at,
          "newer-in-force",
          "%s came after %s, and would be taken back along with it."
              .formatted(held.map(DeliveryId::toString).orElse("nothing"), brought));
    }
    if (before.isEmpty()) {
      return stuck(at, "nothing-before", "nothing was in force before %s.".formatted(brought));
    }
    return switch (Choice.of(at, there, before)) {
      case Choice.Possible possible -> new Part.Back(at, possible, List.of());
      case Choice.Impossible impossible
          when impossible.because().code().equals(Choice.IN_FORCE_ALREADY) ->
          new Part.Untouched(at, impossible.because());
      case Choice.Impossible impossible -> new Part.Stuck(at, impossible.because());
    };
  }

  private static Part stuck(Placement at, String code, String sentence) {
    return new Part.Stuck(at, new Reason(code, sentence));
  }

  /** Each goes back after all that needed it, through whatever lies between. */
  private static List<Part> ordered(SetState set, List<Part> parts) {
    return parts.stream()
        .map(part ->
            switch (part) {
              case Part.Back back ->
                  new Part.Back(
                      back.at(),
                      back.choice(),
                      parts.stream()
                          .filter(Part.Back.class::isInstance)
                          .map(other -> other.at().application())
                          .filter(other ->
                              needs(set.set(), other, back.at().application(), new HashSet<>()))
                          .toList());
              case Part.Untouched _, Part.Stuck _ -> part;
            })
        .toList();
  }

  private static boolean needs(
      ShipSet set, ApplicationName one, ApplicationName other, Set<ApplicationName> seen) {
    return seen.add(one)
        && set.member(one).stream()
            .flatMap(member -> member.after().stream())
            .anyMatch(next -> next.equals(other) || needs(set, next, other, seen));
  }
}
