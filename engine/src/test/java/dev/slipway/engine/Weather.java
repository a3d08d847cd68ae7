package dev.slipway.engine;

import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.PlacementState.Queued;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.RefName;
import dev.slipway.model.Remark;
import dev.slipway.model.Scope;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Command.Settle.Verdict;
import dev.slipway.model.command.Spot;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.guardrail.Lock;
import dev.slipway.model.guardrail.LockReason;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.observation.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Lets things happen to the shop, in whatever order the seed says. */
final class Weather {

  private static final List<String> PLACES = List.of("staging", "production");
  private static final List<Verdict> VERDICTS = List.of(Verdict.values());
  private static final List<Lock.Strength> STRENGTHS = List.of(Lock.Strength.values());
  private static final Reason REASON = new Reason("weather", "It happens.");

  private final Given given = new Given();
  private final RandomGenerator random;
  private int commits = 1;
  private int targets;

  Weather(RandomGenerator random) {
    this.random = random;
    given.git.push(Fixtures.MAIN, Fixtures.sha(1), Fixtures.shop(Fixtures.web("bin/web", "1")));
    if (random.nextBoolean()) {
      given.when(Fixtures.apply(Fixtures.declared("staging", random.nextInt(3) == 0)));
    }
    given.when(new Command.AddApplication(Fixtures.REPOSITORY, Optional.of("main"), Fixtures.PATH));
  }

  Given given() {
    return given;
  }

  void step() {
    switch (random.nextInt(28)) {
      case 0, 1 -> push();
      case 2, 3 -> given.whenHinted(Fixtures.MAIN, RefName.ofTag("v" + random.nextInt(3)));
      case 4 -> deploy();
      case 5, 6, 7 -> report(Weather::converged);
      case 8 -> report((g, slot) -> new Outcome.Failed(REASON));
      case 9 -> report((g, slot) -> new Outcome.Unknown(REASON));
      case 10 -> given.later(Duration.ofMinutes(random.nextInt(90))).whenTicked(place());
      case 11 -> settle();
      case 12 -> join();
      case 13 -> removeOrAdd();
      case 14 -> cancel();
      case 15 -> lock();
      case 16 -> unlock();
      case 17 -> pauseOrResume();
      case 18 -> goBack();
      case 19 -> given.when(Fixtures.apply(Served.where(random, place())));
      case 20 -> approve();
      case 21 -> reject();
      case 22 -> observe();
      case 23 -> order();
      case 24, 25 -> goOn();
      case 26 -> exclude();
      case 27 -> given.when(Resting.wish(random, given.world(), place()));
      default -> throw new AssertionError();
    }
  }

  /** With every fourth push, agents are away and take nothing, until the next one. */
  private void push() {
    commits++;
    given.git.agentsAway(commits % 4 == 0);
    int n = random.nextInt(5) == 0 ? 1 + random.nextInt(commits) : commits;
    ApplicationDefinition shop =
        Fixtures.shop(Served.by(random, Fixtures.web("bin/web", "" + n % 3)));
    given.git.push(
        Fixtures.MAIN, Fixtures.sha(n), n % 3 == 0 ? Fixtures.with(shop, Jobbing.jobs(n)) : shop);
    if (random.nextBoolean()) {
      given.whenHinted(Fixtures.MAIN);
    }
  }

  private void goOn() {
    given
        .at(place())
        .active()
        .map(RolloutState::delivery)
        .ifPresent(d -> given.when(new Command.Continue(d.id(), Optional.empty())));
    given
        .at(place())
        .controls()
        .breakdown()
        .filter(_ -> random.nextInt(3) == 0)
        .ifPresent(it -> given.when(new Command.PassFailure(it.delivery(), Optional.empty())));
  }

  /** By then nobody may have looked yet whether it is silent. */
  private void exclude() {
    given
        .at(place())
        .active()
        .filter(r -> !r.members().isEmpty())
        .ifPresent(r -> {
          List<TargetName> members = new ArrayList<>(r.members().keySet());
          TargetName member = members.get(random.nextInt(members.size()));
          given.later(Duration.ofMinutes(random.nextInt(90)));
          given.when(new Command.Exclude(r.delivery().id(), member));
        });
  }

  private void deploy() {
    given.when(
        new Command.Deploy(
            Fixtures.SHOP,
            Fixtures.environment(place()),
            Optional.of("main"),
            false,
            new TreeMap<>(),
            Optional.empty(),
            random.nextInt(4) == 0
                ? Optional.of(given.now().plus(Duration.ofMinutes(1 + random.nextInt(120))))
                : Optional.empty()));
  }

  private static Outcome converged(Given given, Slot slot) {
    return Converging.asOrdered(given.world(), slot);
  }

  private interface Saying {
    Outcome of(Given given, Slot slot);
  }

  private void report(Saying saying) {
    List<Slot> slots = new ArrayList<>(given.world().deliveries().slots().keySet());
    if (!slots.isEmpty()) {
      Slot slot = slots.get(random.nextInt(slots.size()));
      given.when(
          new Command.EnrolAgent(Given.agentOf(slot.target()), slot.target(), Fixtures.key()));
      given.whenEnded(slot.target(), saying.of(given, slot));
    }
  }

  private void settle() {
    PlacementState at = given.at(place());
    Optional<RolloutState> active = at.active().filter(r -> !r.members().isEmpty());
    active.ifPresent(r -> {
      List<TargetName> members = new ArrayList<>(r.members().keySet());
      given.when(
          new Command.Settle(
              r.delivery().id(),
              members.get(random.nextInt(members.size())),
              VERDICTS.get(random.nextInt(VERDICTS.size()))));
    });
  }

  /** Pauses are rarer than ends of pauses, so that there is some weather. */
  private void pauseOrResume() {
    String place = place();
    given.when(
        random.nextInt(3) == 0
            ? new Command.Pause(Given.placement(place), new Remark("It looks bad."))
            : new Command.Resume(Given.placement(place), Optional.empty()));
  }

  private void goBack() {
    Placement at = Given.placement(place());
    given.when(
        random.nextBoolean()
            ? new Command.Rollback(at, Optional.empty(), Optional.empty(), Optional.empty())
            : new Command.Resume(at, Optional.of("main")));
    if (random.nextInt(4) == 0) {
      given.when(Fixtures.apply(Fixtures.goingBack(at.environment().value())));
    }
  }

  private void cancel() {
    given
        .at(place())
        .active()
        .filter(_ -> random.nextBoolean())
        .ifPresent(r -> given.when(new Command.Cancel(r.delivery().id())));
    given.world().deliveries().shipments().travelling().keySet().stream()
        .filter(_ -> random.nextInt(20) == 0)
        .findFirst()
        .ifPresent(id -> given.when(new Command.CancelShipment(id)));
  }

  /** Somebody gives what waits another order, or takes one out. */
  private void order() {
    Placement at = Given.placement(place());
    List<ShipmentId> queue =
        given.world().deliveries().placement(at).queue().stream().map(Queued::shipment).toList();
    if (!queue.isEmpty()) {
      ShipmentId one = queue.get(random.nextInt(queue.size()));
      given.when(
          switch (random.nextInt(4)) {
            case 0 -> new Command.RemoveQueued(at, one);
            case 1 -> new Command.MoveQueued(at, one, new Spot.Last());
            case 2 -> new Command.MoveQueued(at, one, new Spot.Before(queue.getFirst()));
            default -> new Command.MoveQueued(at, one, new Spot.First());
          });
    }
  }

  private void lock() {
    Scope scope =
        random.nextBoolean()
            ? new Scope.OfEnvironment(Fixtures.environment(place()))
            : new Scope.OfApplication(Fixtures.SHOP);
    given.when(
        new Command.SetLock(
            scope,
            new LockReason("It happens."),
            STRENGTHS.get(random.nextInt(STRENGTHS.size())),
            random.nextBoolean()
                ? Optional.of(Duration.ofMinutes(1 + random.nextInt(90)))
                : Optional.empty()));
  }

  /** A target's process died, or is there again. */
  private void observe() {
    List<Slot> slots = new ArrayList<>(given.world().deliveries().slots().keySet());
    if (!slots.isEmpty()) {
      Slot slot = slots.get(random.nextInt(slots.size()));
      given.when(
          new Command.EnrolAgent(Given.agentOf(slot.target()), slot.target(), Fixtures.key()));
      given.whenReported(
          new Report.Observed(slot, given.fence(slot), List.of(), random.nextBoolean(), REASON));
    }
  }

  private void approve() {
    given.at(place()).active().ifPresent(rollout -> given.when(Spoken.word(random, rollout)));
  }

  private void reject() {
    given
        .at(place())
        .active()
        .map(RolloutState::delivery)
        .ifPresent(d -> given.when(new Command.Reject(d.id(), d.hash(), Optional.empty())));
  }

  private void unlock() {
    given.world().locksOn(Given.placement(place()), given.now()).stream()
        .findFirst()
        .ifPresent(lock -> given.when(new Command.ReleaseLock(lock.id())));
  }

  private void join() {
    targets++;
    TargetId target = Fixtures.target(place(), "t" + targets % 3);
    given.when(Fixtures.apply(target));
  }

  /** The application goes, and sooner or later comes back. */
  private void removeOrAdd() {
    boolean isHere = given.world().declared().application(Fixtures.SHOP).isPresent();
    if (!isHere) {
      given.when(
          new Command.AddApplication(Fixtures.REPOSITORY, Optional.of("main"), Fixtures.PATH));
    } else if (random.nextInt(4) == 0) {
      given.when(new Command.RemoveApplication(Fixtures.SHOP));
    }
  }

  private String place() {
    return PLACES.get(random.nextInt(PLACES.size()));
  }
}
