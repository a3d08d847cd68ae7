package dev.slipway.engine;

import dev.slipway.model.DeliveryId;
import dev.slipway.model.Placement;
import dev.slipway.model.Remark;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Spot;
import dev.slipway.model.definition.QueuePolicy;
import dev.slipway.model.definition.Stay;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.state.Delivery;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;

/** Stories of what waits in a queue. */
final class QueueScenarios {

  private static final TargetId STAGING = Fixtures.target("staging", "local");
  private static final Placement AT = Given.placement("staging");

  private QueueScenarios() {}

  /** All of them, by what happens in them. */
  static SequencedMap<String, Supplier<Given>> all() {
    SequencedMap<String, Supplier<Given>> all = new LinkedHashMap<>();
    all.put("what waits in the queue is cancelled", QueueScenarios::cancelledInQueue);
    all.put("what waits in the queue is moved", QueueScenarios::moved);
    all.put("an owner lets it pass the limit of its place", QueueScenarios::passed);
    all.put("an owner lets it go past what holds it", QueueScenarios::bypassed);
    all.put("an owner lets it go on before its time", QueueScenarios::bypassedOnItsWay);
    all.put("what waits in the queue goes together", QueueScenarios::joined);
    all.put(
        "what waits in the queue is superseded",
        () -> Scenarios.push(Scenarios.push(Scenarios.pushed(2), 3), 4));
    return all;
  }

  private static Given moved() {
    Given given = deploy(queued(), 1);
    given.when(new Command.MoveQueued(AT, Scenarios.waiting(given), new Spot.Last()));
    return given;
  }

  private static Given passed() {
    Given given = PushTest.shopAdded();
    given.when(Fixtures.apply(Fixtures.guarded("staging", Fixtures.approvals(1)).limitedTo(1)));
    Scenarios.push(given, 2).when(new Command.PassLimit(new DeliveryId(AT, 1), Optional.empty()));
    return given;
  }

  private static Given bypassed() {
    Given given = Approving.waiting(Fixtures.approvals(1));
    return bypass(given, GuardrailName.APPROVAL);
  }

  private static Given bypass(Given given, GuardrailName guardrail) {
    Delivery held = Approving.head(given);
    given.when(
        new Command.Bypass(held.id(), held.hash(), guardrail, new Remark("Checkout is down.")));
    return given;
  }

  /** A canary is at its first share, and has to be healthy there for a time. */
  private static Given bypassedOnItsWay() {
    Given given =
        Strategies.underWay(
            Fixtures.declared("staging", false),
            Strategies.canary(Stay.Otherwise.BACK),
            Fixtures.target("staging", "a"));
    Strategies.converge(given);
    return bypass(given, GuardrailName.STEP);
  }

  private static Given joined() {
    Given given = PushTest.shopAdded();
    given.when(Fixtures.apply(Fixtures.declared("staging", false).with(QueuePolicy.BATCH)));
    given = Scenarios.push(Scenarios.push(Scenarios.push(given, 2), 3), 4);
    given.whenConverged(STAGING);
    return given;
  }

  private static Given cancelledInQueue() {
    Given given = queued();
    given.when(new Command.CancelShipment(Scenarios.waiting(given)));
    return given;
  }

  private static Given queued() {
    return Scenarios.push(Scenarios.pushed(2), 3);
  }

  private static Given deploy(Given given, int n) {
    given.when(Supposing.deploy("staging", n));
    return given;
  }
}
