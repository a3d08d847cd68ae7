package dev.slipway.engine.rollout;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.fold.ShipmentState;
import dev.slipway.engine.fold.SlotState;
import dev.slipway.engine.fold.WayBack;
import dev.slipway.engine.guardrail.Gate;
import dev.slipway.engine.intake.Newcomers;
import dev.slipway.engine.queue.Queues;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import dev.slipway.model.definition.JobTime;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.RolloutCancelled;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.RolloutStuck;
import dev.slipway.model.entry.RolloutWaiting;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.observation.Report;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.DesiredJob;
import java.util.List;
import java.util.Optional;

/**
 * Takes a placement as far as it can go now: judge the active rollout; when there is none, make the
 * delivery of the next shipment in the queue; and so on until nothing changes. It looks at what is
 * so and not at what happened, so a signal that was lost, repeated or late costs nothing.
 */
public final class Advance {

  private Advance() {}

  /** Advances every placement of an environment, for its targets or agents changed. */
  public static void environment(Deliberation d, EnvironmentName environment) {
    List<Placement> placements =
        d.world().deliveries().placements().keySet().stream()
            .filter(placement -> placement.environment().equals(environment))
            .toList();
    placements.forEach(placement -> placement(d, placement));
  }

  /** Advances every placement of an application, for what it asks for changed. */
  public static void application(Deliberation d, ApplicationName application) {
    List<Placement> placements =
        d.world().deliveries().placements().keySet().stream()
            .filter(placement -> placement.application().equals(application))
            .toList();
    placements.forEach(placement -> placement(d, placement));
  }

  /**
   * Advances one placement, those that its shipments travel on to, and those that waited for room.
   */
  public static void placement(Deliberation d, Placement placement) {
    alone(d, placement);
    NextInLine.admit(d, placement.environment());
  }

  static void alone(Deliberation d, Placement placement) {
    steps(d, placement);
    Convoys.look(d, placement);
  }

  /** As far as the placement can go by itself. */
  static void steps(Deliberation d, Placement placement) {
    boolean moved = true;
    while (moved) {
      moved = step(d, placement);
    }
    Joiners.order(d, placement);
    Relapses.order(d, placement);
  }

  /** Advances the placement that an agent said something of, and those that wait for it. */
  public static void reported(Deliberation d, Report report) {
    Placement placement = report.slot().placement();
    placement(d, placement);
    if (isOfWhatIsInForce(d, report.slot())) {
      Onlookers.look(d, placement);
    }
  }

  private static boolean isOfWhatIsInForce(Deliberation d, Slot slot) {
    Optional<SlotState.Ordered> ordered = d.world().deliveries().slot(slot).ordered();
    return d.placement(slot.placement())
        .inForce()
        .map(held -> held.delivery().id())
        .filter(held -> ordered.filter(order -> order.leadsTo(held)).isPresent())
        .isPresent();
  }

  private static boolean step(Deliberation d, Placement placement) {
    PlacementState at = d.placement(placement);
    if (JobOutcomes.write(d, at)) {
      return true;
    }
    if (at.active().isPresent()) {
      RolloutState active = at.active().orElseThrow();
      return Overtaking.passed(d, placement, active) || judge(d, placement, active);
    }
    if (at.controls().pause().isPresent()) {
      return false;
    }
    return Heads.next(d, placement, at);
  }

  private static boolean judge(Deliberation d, Placement placement, RolloutState rollout) {
    NextMove move = NextMove.of(d, rollout);
    Optional<Gate.Ahead> ahead = Threshold.of(rollout, move);
    if (ahead.isEmpty()) {
      return make(d, placement, rollout, move);
    }
    return switch (Gate.pass(d, rollout, ahead.orElseThrow())) {
      case Gate.Passage.Open _ -> make(d, placement, rollout, move) && !d.isAsking();
      case Gate.Passage.Closed closed -> {
        closed.again().ifPresent(again -> d.wake(placement, again));
        yield false;
      }
      case Gate.Passage.Barred barred -> {
        bar(d, rollout, barred.because());
        yield true;
      }
    };
  }

  /** What has not started ends where it stands; what has fails. */
  private static void bar(Deliberation d, RolloutState rollout, Reason because) {
    Delivery delivery = rollout.delivery();
    if (rollout.isWaiting()) {
      EnvironmentName here = delivery.id().placement().environment();
      d.write(new ShipmentStopped(delivery.shipment(), here, because));
    } else {
      Failures.fail(d, delivery, because);
    }
  }

  private static boolean make(
      Deliberation d, Placement placement, RolloutState rollout, NextMove move) {
    Delivery delivery = rollout.delivery();
    return switch (move) {
      case NextMove.Start start -> {
        Starts.start(d, delivery, start.members());
        yield true;
      }
      case NextMove.Order order -> {
        order
            .members()
            .forEach(m -> issue(d, delivery, m.target(), Math.max(m.step(), 1), m.attempt() + 1));
        yield true;
      }
      case NextMove.Step step -> {
        step.members().forEach(m -> issue(d, delivery, m.target(), m.step() + 1, 1));
        yield true;
      }
      case NextMove.RunJob run -> {
        run(d, rollout, run);
        yield true;
      }
      case NextMove.Settle _ -> {
        Optional<ShipmentState> shipment =
            d.world().deliveries().shipments().travelling(delivery.shipment());
        d.write(new RolloutSettled(delivery.id()));
        shipment.ifPresent(s -> travelOn(d, s, placement));
        shipment.ifPresent(s -> Newcomers.follow(d, s, placement));
        Onlookers.look(d, placement);
        Onlookers.needed(d, placement);
        yield true;
      }
      case NextMove.Fail fail -> {
        Failures.fail(d, delivery, fail.because());
        yield true;
      }
      case NextMove.Return back -> {
        back.members().forEach(m -> issue(d, delivery, m.target(), WayBack.STEP, m.attempt() + 1));
        yield true;
      }
      case NextMove.Cancelled cancelled -> {
        d.write(new RolloutCancelled(delivery.id(), cancelled.because()));
        d.write(
            new ShipmentStopped(delivery.shipment(), placement.environment(), cancelled.because()));
        yield true;
      }
      case NextMove.Stuck stuck -> {
        if (!rollout.because().equals(Optional.of(stuck.because()))) {
          d.write(new RolloutStuck(delivery.id(), stuck.because(), stuck.wayOut()));
        }
        yield false;
      }
      case NextMove.Wait wait -> {
        if (!rollout.because().orElseGet(() -> Expected.of(rollout)).equals(wait.because())) {
          d.write(new RolloutWaiting(delivery.id(), wait.because()));
        }
        wait.until().ifPresent(until -> d.wake(placement, until));
        yield false;
      }
    };
  }

  /** A settled shipment goes on to the next environment of its travel. */
  private static void travelOn(Deliberation d, ShipmentState shipment, Placement from) {
    ApplicationName application = from.application();
    ShipmentId id = shipment.shipment().id();
    Optional<EnvironmentName> next = shipment.after(from.environment());
    if (next.isEmpty()) {
      return;
    }
    if (d.application(application).isEmpty()) {
      Reason removed = new Reason("application-removed", "%s was removed.".formatted(application));
      d.write(new ShipmentStopped(id, next.orElseThrow(), removed));
      return;
    }
    Optional<Reason> given = Convoys.givenUp(d, shipment);
    if (given.isPresent()) {
      d.write(new ShipmentStopped(id, next.orElseThrow(), given.orElseThrow()));
      return;
    }
    Placement onward = new Placement(application, next.orElseThrow());
    Queues.enqueue(d, onward, id);
    placement(d, onward);
  }

  static void issue(Deliberation d, Delivery delivery, TargetName target, int step, int attempt) {
    issue(d, delivery, target, step, attempt, Optional.empty());
  }

  private static void run(Deliberation d, RolloutState rollout, NextMove.RunJob run) {
    int step = run.job().time() == JobTime.BEFORE ? 1 : rollout.steps();
    issue(d, rollout.delivery(), run.target(), step, run.attempt(), Optional.of(run.job()));
  }

  /** A target that never had what is in force has no way from there. */
  private static void issue(
      Deliberation d,
      Delivery delivery,
      TargetName target,
      int step,
      int attempt,
      Optional<DesiredJob> job) {
    Placement placement = delivery.id().placement();
    Slot slot = new Slot(new TargetId(placement.environment(), target), placement.application());
    Optional<Delivery> from = d.placement(placement).from(delivery.id(), step);
    boolean bakes = d.placement(placement).bakes(delivery.id());
    d.write(
        new OrderIssued(
            delivery.id(),
            slot,
            step,
            attempt,
            Orders.digest(
                d.organisation(),
                slot,
                new Orders.Content(delivery, from, bakes, step, attempt, job)),
            job.map(DesiredJob::name)));
  }
}
