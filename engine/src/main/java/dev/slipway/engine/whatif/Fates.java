package dev.slipway.engine.whatif;

import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.fold.ShipmentStage;
import dev.slipway.engine.fold.World;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.GuardrailJudged;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.RolloutCancelled;
import dev.slipway.model.entry.RolloutFailed;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.RolloutStuck;
import dev.slipway.model.entry.RolloutWaiting;
import dev.slipway.model.entry.ShipmentHeld;
import dev.slipway.model.entry.ShipmentJoined;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.ShipmentQueued;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.entry.ShipmentSuperseded;
import dev.slipway.model.guardrail.GuardrailVerdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/**
 * Reads from entries what became of each shipment at each placement, by the table of {@link
 * ShipmentStage}. Not thread-safe.
 */
final class Fates {

  private final SequencedMap<Leg, Fate> fates = new LinkedHashMap<>();
  private final Map<DeliveryId, Leg> legs = new HashMap<>();
  private final Map<ShipmentId, Recorded> made = new HashMap<>();

  /** A shipment at a placement. */
  record Leg(Placement placement, ShipmentId shipment) {}

  private Fates() {}

  /** What became of everything that waited or rolled out before, or came with these entries. */
  static Fates of(World before, List<Recorded> entries) {
    Fates fates = new Fates();
    before.deliveries().placements().forEach(fates::begin);
    entries.forEach(fates::read);
    return fates;
  }

  SequencedMap<Leg, Fate> all() {
    return fates;
  }

  Fate of(Leg leg) {
    return fates.getOrDefault(leg, Fate.NOWHERE);
  }

  /** The entry that made a shipment; empty for one that was made before. */
  Optional<Recorded> made(ShipmentId shipment) {
    return Optional.ofNullable(made.get(shipment));
  }

  private void begin(Placement placement, PlacementState at) {
    at.active().ifPresent(rollout -> begin(placement, rollout));
    for (PlacementState.Queued queued : at.queue()) {
      fates.put(
          new Leg(placement, queued.shipment()),
          Fate.NOWHERE.in(ShipmentStage.QUEUED).queued(queued.since()));
    }
  }

  private void begin(Placement placement, RolloutState rollout) {
    Leg leg = new Leg(placement, rollout.delivery().shipment());
    legs.put(rollout.delivery().id(), leg);
    ShipmentStage stage = rollout.isWaiting() ? ShipmentStage.HEAD : ShipmentStage.ROLLING;
    Fate fate = Fate.NOWHERE.in(stage).numbered(rollout.delivery().id().number());
    Fate begun = rollout.started().map(started -> fate.started(started.at())).orElse(fate);
    fates.put(leg, rollout.because().map(begun::because).orElse(begun));
  }

  private void read(Recorded recorded) {
    Instant at = recorded.at();
    Entry entry = recorded.entry();
    switch (entry) {
      case ShipmentMade e -> made.put(e.shipment().id(), recorded);
      case ShipmentQueued e ->
          move(new Leg(e.placement(), e.shipment()), entry, fate -> fate.queued(at));
      case ShipmentHeld e ->
          move(new Leg(e.placement(), e.shipment()), entry, fate -> fate.because(e.because()));
      case ShipmentSuperseded e ->
          move(
              new Leg(e.placement(), e.shipment()),
              entry,
              fate -> fate.superseded(e.by()).ended(at));
      case ShipmentJoined e ->
          move(
              new Leg(e.placement(), e.shipment()),
              entry,
              fate -> fate.superseded(e.into()).ended(at));
      case ShipmentStopped e -> stopped(e, at);
      case DeliveryMade e -> {
        DeliveryId id = e.delivery().id();
        Leg leg = new Leg(id.placement(), e.delivery().shipment());
        legs.put(id, leg);
        move(leg, entry, fate -> fate.numbered(id.number()));
      }
      case RolloutStarted e -> move(e.delivery(), entry, fate -> fate.started(at));
      case RolloutSettled e -> move(e.delivery(), entry, fate -> fate.ended(at));
      case RolloutFailed e ->
          move(e.delivery(), entry, fate -> fate.because(e.because()).ended(at));
      case RolloutCancelled e ->
          move(e.delivery(), entry, fate -> fate.because(e.because()).ended(at));
      case RolloutStuck e -> say(e.delivery(), fate -> fate.because(e.because()));
      case RolloutWaiting e -> say(e.delivery(), fate -> fate.because(e.because()));
      case GuardrailJudged e -> say(e.delivery(), fate -> judged(fate, e, at));
      case Entry _ -> {}
    }
  }

  /** What ended at a failure has its reason from there. */
  private void stopped(ShipmentStopped entry, Instant at) {
    Optional<Leg> leg =
        fates.keySet().stream()
            .filter(it -> it.shipment().equals(entry.shipment()))
            .filter(it -> it.placement().environment().equals(entry.at()))
            .findFirst();
    leg.filter(it -> !of(it).ended().isPresent())
        .ifPresent(it -> move(it, entry, fate -> fate.because(entry.because()).ended(at)));
  }

  private void move(DeliveryId id, Entry entry, UnaryOperator<Fate> change) {
    Optional.ofNullable(legs.get(id)).ifPresent(leg -> move(leg, entry, change));
  }

  private void move(Leg leg, Entry entry, UnaryOperator<Fate> change) {
    Fate fate = of(leg);
    ShipmentStage next =
        ShipmentStage.TABLE.next(fate.stage(), entry.getClass()).orElseGet(fate::stage);
    fates.put(leg, change.apply(fate.in(next)));
  }

  private void say(DeliveryId id, UnaryOperator<Fate> change) {
    Optional.ofNullable(legs.get(id))
        .ifPresent(leg -> fates.computeIfPresent(leg, (_, fate) -> change.apply(fate)));
  }

  /** A guardrail speaks before the start, and between steps; only the first keeps it waiting. */
  private static Fate judged(Fate fate, GuardrailJudged entry, Instant at) {
    if (fate.started().isPresent()) {
      return entry.verdict() == GuardrailVerdict.PASS ? fate : fate.because(entry.because());
    }
    List<Fate.Wait> waits = new ArrayList<>();
    boolean waited = false;
    for (Fate.Wait wait : fate.waits()) {
      boolean same = wait.guardrail().equals(entry.guardrail()) && wait.until().isEmpty();
      waited |= same;
      waits.add(same ? said(wait, entry, at) : wait);
    }
    if (entry.verdict() == GuardrailVerdict.PASS) {
      return fate.waiting(waits);
    }
    if (!waited) {
      waits.add(new Fate.Wait(entry.guardrail(), at, Optional.empty(), entry.because()));
    }
    Reason because = entry.because();
    return fate.waiting(waits).because(because);
  }

  private static Fate.Wait said(Fate.Wait wait, GuardrailJudged entry, Instant at) {
    return entry.verdict() == GuardrailVerdict.PASS
        ? new Fate.Wait(wait.guardrail(), wait.since(), Optional.of(at), wait.because())
        : new Fate.Wait(wait.guardrail(), wait.since(), Optional.empty(), entry.because());
  }
}
