package dev.slipway.engine.rollout;

import dev.slipway.codec.Identities;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.fold.SetState;
import dev.slipway.engine.fold.ShipmentState;
import dev.slipway.engine.guardrail.SetGuardrail;
import dev.slipway.engine.rollback.SetPlan;
import dev.slipway.engine.rollback.SetReturn;
import dev.slipway.model.ActorId;
import dev.slipway.model.Placement;
import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.model.SetId;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.definition.OnFailure;
import dev.slipway.model.entry.SetEnded;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.state.ShipSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes sets as far as they can go now. What of a failed one has no order yet ends at once; what
 * waits looks again, for another of its set may have arrived; and where nothing is on its way any
 * more, the set ends, and what it had brought goes back where that is wanted. It looks at what is
 * so, as all that advances here does.
 */
final class Convoys {

  private Convoys() {}

  /** Looks at every set that something at a placement is part of, until nothing changes. */
  static void look(Deliberation d, Placement changed) {
    Set<Placement> reached = new HashSet<>(Set.of(changed));
    Position before;
    do {
      before = d.world().position();
      for (SetState open : d.world().sets().open()) {
        List<Placement> places = open.set().places().toList();
        if (places.stream().anyMatch(reached::contains)) {
          reached.addAll(places);
          follow(d, open.set().id());
        }
      }
    } while (!d.world().position().equals(before));
  }

  /** Why a shipment goes no further: others of its set ended. */
  static Optional<Reason> givenUp(Deliberation d, ShipmentState shipment) {
    return shipment
        .shipment()
        .set()
        .flatMap(id -> d.world().sets().of(id))
        .flatMap(set -> set.failure().map(failure -> SetGuardrail.failed(set, failure)));
  }

  private static void follow(Deliberation d, SetId id) {
    SetState set = d.world().sets().of(id).orElseThrow();
    set.set().places().forEach(d::placement);
    set.failure()
        .map(failure -> SetGuardrail.failed(set, failure))
        .ifPresent(because -> stop(d, set.set(), because));
    set.set()
        .places()
        .filter(place -> waits(d, id, place))
        .forEach(place -> Advance.steps(d, place));
    boolean isOver =
        set.set().members().stream()
            .map(ShipSet.Member::shipment)
            .allMatch(one -> d.world().deliveries().shipments().travelling(one).isEmpty());
    if (isOver) {
      end(d, d.world().sets().of(id).orElseThrow());
    }
  }

  /** What has no order ends where it is, and whoever waits behind it has the next turn. */
  private static void stop(Deliberation d, ShipSet set, Reason because) {
    for (ShipSet.Member member : set.members()) {
      d.world()
          .deliveries()
          .whereabouts(member.shipment())
          .filter(here -> !isUnderWay(d, here, member.shipment()))
          .ifPresent(here -> {
            d.write(new ShipmentStopped(member.shipment(), here.environment(), because));
            Advance.steps(d, here);
          });
    }
  }

  private static boolean isUnderWay(Deliberation d, Placement here, ShipmentId shipment) {
    return d.placement(here).active().stream()
        .anyMatch(rollout -> !rollout.isWaiting() && carries(rollout, shipment));
  }

  private static boolean waits(Deliberation d, SetId id, Placement place) {
    return d.placement(place).active().filter(RolloutState::isWaiting).stream()
        .flatMap(head ->
            d.world().deliveries().shipments().travelling(head.delivery().shipment()).stream())
        .anyMatch(head -> head.shipment().set().equals(Optional.of(id)));
  }

  private static boolean carries(RolloutState rollout, ShipmentId shipment) {
    return rollout.delivery().shipment().equals(shipment);
  }

  private static void end(Deliberation d, SetState set) {
    SetId id = set.set().id();
    Optional<SetState.Failure> failure = set.failure();
    if (failure.isEmpty()) {
      Reason all = new Reason("set-settled", "All of it has arrived.");
      d.write(new SetEnded(id, SetEnded.End.SETTLED, all));
    } else if (failure.orElseThrow().isWanted()) {
      d.write(new SetEnded(id, SetEnded.End.CANCELLED, failure.orElseThrow().because()));
    } else {
      failed(d, set, failure.orElseThrow());
    }
  }

  private static void failed(Deliberation d, SetState set, SetState.Failure failure) {
    String sentence = "%s ended: %s".formatted(failure.name(), failure.because().sentence());
    SetId id = set.set().id();
    if (set.set().onFailure() != OnFailure.ROLLBACK) {
      d.write(new SetEnded(id, SetEnded.End.FAILED, reason(failure, sentence, "")));
      return;
    }
    SetPlan plan = SetPlan.of(d, set, failure.at().environment());
    Optional<Reason> kept = plan.refusal();
    d.write(
        new SetEnded(
            id,
            SetEnded.End.FAILED,
            reason(
                failure,
                sentence,
                kept.map(Reason::sentence).orElse("What of it had arrived there goes back."))));
    if (kept.isEmpty()) {
      SetReturn.send(
          d,
          set,
          plan,
          new SetReturn.Sender(Identities.undoing(id), ActorId.SLIPWAY, Optional.empty()));
      plan.backs().forEach(back -> Advance.steps(d, back.at()));
    }
  }

  private static Reason reason(SetState.Failure failure, String sentence, String more) {
    return new Reason(failure.because().code(), more.isEmpty() ? sentence : sentence + " " + more);
  }
}
