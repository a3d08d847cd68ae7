package dev.slipway.engine.guardrail;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.fold.SetState;
import dev.slipway.engine.fold.ShipmentState;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.Role;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.guardrail.GuardrailVerdict;
import dev.slipway.model.guardrail.Juncture;
import dev.slipway.model.guardrail.PolicyRevision;
import dev.slipway.model.state.ShipSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is delivered as one starts in the order of what it needs of each other, one environment
 * after the other, and not at all once a part of it has failed.
 *
 * <pre>
 *   one of the set ended before it arrived                 FAIL
 *   not all of it has arrived in the environment before    PENDING, until it has
 *   those that it needs in the set have not arrived here   PENDING, until they have
 *   otherwise                                              PASS
 * </pre>
 */
public record SetGuardrail() implements Guardrail {

  @Override
  public List<Judged> judge(Deliberation d, RolloutState rollout, Juncture at) {
    if (at != Juncture.AFTER_APPROVAL) {
      return List.of();
    }
    return d
        .world()
        .deliveries()
        .shipments()
        .travelling(rollout.delivery().shipment())
        .map(ShipmentState::shipment)
        .stream()
        .flatMap(shipment ->
            shipment
                .set()
                .flatMap(id -> d.world().sets().of(id))
                .map(
                    set -> judge(d, rollout.delivery().id(), set, PolicyRevision.of(shipment.id())))
                .stream())
        .toList();
  }

  private static Judged judge(
      Deliberation d, DeliveryId id, SetState set, PolicyRevision revision) {
    set.set().places().forEach(d::placement);
    Optional<SetState.Failure> failure = set.failure();
    if (failure.isPresent()) {
      return said(GuardrailVerdict.FAIL, failed(set, failure.orElseThrow()), revision, List.of());
    }
    List<Placement> missing = missing(set, id.placement());
    return missing.isEmpty()
        ? Judged.pass(
            GuardrailName.SET,
            new Reason(
                "set-ready", "All that it comes after in %s is there.".formatted(set.set().id())),
            revision)
        : said(
            GuardrailVerdict.PENDING,
            waits(id, set, missing.getFirst()),
            revision,
            ways(set, missing));
  }

  /** Why what of a set has not started never will. */
  public static Reason failed(SetState set, SetState.Failure failure) {
    return new Reason(
        "set-failed",
        "It goes as one with %s in %s, and that ended: %s"
            .formatted(failure.name(), set.set().id(), failure.because().sentence()));
  }

  private static List<Placement> missing(SetState set, Placement at) {
    Stream<Placement> before =
        set
            .before(at.environment())
            .map(stop ->
                set.missing(
                    stop, set.set().members().stream().map(ShipSet.Member::application).toList()))
            .stream()
            .flatMap(List::stream);
    Stream<Placement> here =
        set.set().member(at.application()).stream()
            .flatMap(one -> set.missing(at.environment(), one.after()).stream());
    return Stream.concat(before, here).toList();
  }

  private static Reason waits(DeliveryId id, SetState set, Placement first) {
    boolean here = first.environment().equals(id.placement().environment());
    return new Reason(
        here ? "set-order" : "set-behind",
        here
            ? "It comes after %s in %s, which has not arrived.".formatted(first, set.set().id())
            : "%s goes to %s once all of it has arrived in %s; %s has not."
                .formatted(
                    set.set().id(), id.placement().environment(), first.environment(), first));
  }

  private static List<Way> ways(SetState set, List<Placement> missing) {
    String who = "Whoever may deploy to %s".formatted(missing.getFirst());
    return List.of(
        new Way(Role.VIEWER, who, "slipway why %s".formatted(missing.getFirst())),
        new Way(Role.DEPLOYER, who, "slipway cancel %s".formatted(set.set().id())));
  }

  private static Judged said(
      GuardrailVerdict verdict, Reason because, PolicyRevision revision, List<Way> ways) {
    return new Judged(
        GuardrailName.SET, verdict, because, revision, Optional.empty(), Optional.empty(), ways);
  }
}
