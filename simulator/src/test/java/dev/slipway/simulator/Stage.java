package dev.slipway.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.RolloutPhase;
import dev.slipway.engine.fold.World;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Bytes;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.Position;
import dev.slipway.model.Sha;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import dev.slipway.model.entry.Entry;
import dev.slipway.simulator.laws.Laws.Violation;
import dev.slipway.simulator.planted.Breaks;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A town in which nothing happens but what a script says; whatever happens is held to all laws, and
 * in the end everything has to have come to rest.
 */
public final class Stage {

  private static final Duration PATIENCE = Duration.ofHours(3);
  private static final Duration QUIET = Duration.ofMinutes(8);

  public final Town town;
  public final Program shop;
  private Watched watched;

  private Stage(Size size, Breaks breaks) {
    Setting setting =
        Setting.of(1).with(keys -> breaks).with(EnumSet.noneOf(Fault.class)).traced(true);
    town = new Town(setting, size);
    shop = town.programs.getFirst();
    watched = new Watched(town);
  }

  /** Everything is declared and enrolled, and commit 2 is everywhere. */
  public static Stage of(Size size) {
    return of(size, Breaks.NONE);
  }

  public static Stage of(Size size, Breaks breaks) {
    Stage stage = new Stage(size, breaks);
    stage.town.open();
    stage.pass(Duration.ofMinutes(1));
    stage.push(2);
    stage.untilHolds("production", 2);
    stage.pass(Duration.ofMinutes(1));
    return stage;
  }

  /** Moves the branch, and says so. */
  public void push(int commit) {
    town.committers.push(shop, commit);
    town.committers.hint(shop, "push-" + commit);
  }

  public void step() {
    watched.step();
    assertLawful();
  }

  public void pass(Duration time) {
    Instant end = town.kernel.instant().plus(time);
    until("time to pass", () -> !town.kernel.instant().isBefore(end));
  }

  public void until(String what, BooleanSupplier isSo) {
    Instant end = town.kernel.instant().plus(PATIENCE);
    town.kernel.after(Life.OUTSIDE, PATIENCE, () -> {});
    while (!isSo.getAsBoolean()) {
      assertThat(town.kernel.instant()).as(() -> what + told()).isBefore(end);
      step();
    }
  }

  public void untilHolds(String environment, int commit) {
    until(
        "%s holds commit %d".formatted(environment, commit),
        () -> holds(environment).filter(shop.sha(commit)::equals).isPresent());
  }

  /** Until an entry is written that was not there when this was called. */
  public void untilWritten(String what, Predicate<Entry> which) {
    long before = watched.laws().world().position().value();
    until(what, () -> entries(before).anyMatch(which));
  }

  public void untilStuck(String environment, String code) {
    until(
        "%s is stuck: %s".formatted(environment, code),
        () ->
            at(environment)
                .active()
                .filter(rollout -> rollout.phase() == RolloutPhase.STUCK)
                .flatMap(rollout -> rollout.because())
                .filter(because -> because.code().equals(code))
                .isPresent());
  }

  /** Nothing moves any more, nobody helped, and all laws of the end hold. */
  public void rest() {
    town.folk.forEach(Townsfolk::mend);
    Position[] last = {Position.START};
    Instant[] moved = {town.kernel.instant()};
    until(
        "everything rests",
        () -> {
          if (!watched.server().head().equals(last[0])) {
            last[0] = watched.server().head();
            moved[0] = town.kernel.instant();
          }
          return !town.kernel.instant().isBefore(moved[0].plus(QUIET));
        });
    watched.atRest();
    watched.atTheEnd();
    assertLawful();
  }

  /** A copy of the ledger, as it is now. */
  public List<Bytes> copy() {
    return watched.server().store().entries();
  }

  /** Another server begins with a copy and a higher generation; everybody goes there. */
  public void restore(List<Bytes> copy, long generation) {
    town.hooks.forget();
    watched = new Watched(town, town.restored(copy, generation));
    town.network.connect(watched.server());
  }

  /** Everybody goes to the first server again, which never heard of the other. */
  public void goBackToTheFirst() {
    town.network.connect(town.server);
  }

  /** What really runs at a target. */
  public Set<Running> running(String environment, String target) {
    Computer computer = computer(environment, target);
    return Set.copyOf(
        computer.machine().running(new Slot(computer.target(), shop.name())).keySet());
  }

  public World world() {
    return watched.laws().world();
  }

  public PlacementState at(String environment) {
    return world().deliveries().placement(placement(environment));
  }

  public Placement placement(String environment) {
    return new Placement(shop.name(), new EnvironmentName(environment));
  }

  /** The commit that is in force somewhere. */
  public Optional<Sha> holds(String environment) {
    return at(environment).inForce().map(held -> held.delivery().change().sha());
  }

  public Computer computer(String environment, String target) {
    TargetId id = new TargetId(new EnvironmentName(environment), new TargetName(target));
    return town.computers.stream().filter(one -> one.target().equals(id)).findFirst().orElseThrow();
  }

  /** All that was written, in order. */
  public Stream<Entry> entries() {
    return entries(0);
  }

  private Stream<Entry> entries(long after) {
    return watched.server().ledger().read(new Position(after), Integer.MAX_VALUE).stream()
        .map(recorded -> recorded.entry());
  }

  public void assertLawful() {
    List<Violation> violations = watched.laws().violations();
    if (!violations.isEmpty()) {
      assertThat(violations).as(this::told).isEmpty();
    }
  }

  private String told() {
    List<String> lines = town.trace.lines();
    return "\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
  }

  /** The name of the application. */
  public ApplicationName name() {
    return shop.name();
  }
}
