package dev.slipway.simulator;

import dev.slipway.codec.Digests;
import dev.slipway.engine.fold.World;
import dev.slipway.ledger.Ledger;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.Organisation;
import dev.slipway.model.TargetId;
import dev.slipway.model.entry.Recorded;
import dev.slipway.simulator.laws.Ending;
import dev.slipway.simulator.laws.Laws;
import dev.slipway.simulator.laws.Laws.Violation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One run: a seed, the weather it makes, and the laws held against everything that happens. */
public final class Run {

  private static final int PAGE = 1_000;

  private final Setting setting;
  private final Town town;
  private final Laws laws = new Laws();

  private Run(Setting setting) {
    this.setting = setting;
    town = new Town(setting);
  }

  /**
   * How a run went.
   *
   * @param happened what the weather brought, as far as it came
   * @param ledger names the exact bytes of its ledger, so that two runs can be compared
   */
  public record Result(
      long seed,
      List<Violation> violations,
      List<Moment> happened,
      int entries,
      Digest ledger,
      List<String> trace) {

    /** The laws that noticed something. */
    public List<String> laws() {
      return violations.stream().map(Violation::law).distinct().toList();
    }
  }

  /** Runs a setting to its end, or to the first thing that is against a law. */
  public static Result of(Setting setting) {
    return new Run(setting).run();
  }

  /** Runs a seed with everything whole. */
  public static Result of(long seed) {
    return of(Setting.of(seed));
  }

  /** The exact bytes that a setting writes, whatever laws say to them. */
  static List<Bytes> ledgerOf(Setting setting) {
    Run run = new Run(setting);
    run.run();
    return run.town.server.store().entries();
  }

  private Result run() {
    town.open();
    Weather weather = new Weather(town, setting);
    weather.begin();
    while (!weather.isOver() && laws.violations().isEmpty()) {
      town.kernel.step();
      hold();
    }
    if (laws.violations().isEmpty()) {
      laws.atTheEnd(ending());
    }
    List<Bytes> entries = town.server.store().entries();
    return new Result(
        setting.seed(),
        laws.violations(),
        weather.happened(),
        entries.size(),
        named(entries),
        town.trace.lines());
  }

  private void hold() {
    town.server.present().ifPresent(alive -> read(alive.ledger()));
    while (!town.done.isEmpty()) {
      Machine.Done done = town.done.remove();
      town.trace.add(() -> "done: " + done);
      laws.after(done);
    }
  }

  private void read(Ledger ledger) {
    while (ledger.head().isAfter(laws.world().position())) {
      for (Recorded recorded : ledger.read(laws.world().position(), PAGE)) {
        town.trace.add(
            () -> "%s %s %s".formatted(recorded.position(), recorded.stream(), recorded.entry()));
        laws.after(recorded);
      }
    }
  }

  private Ending ending() {
    Map<TargetId, Machine> machines = new HashMap<>();
    town.computers.forEach(c -> machines.put(c.target(), c.machine()));
    return new Ending(
        laws.world(),
        town.server.world().orElseGet(() -> World.empty(Organisation.MAIN)),
        town.server.store().entries(),
        town.hooks.acknowledged(),
        town.source.heads(),
        machines);
  }

  /** Each entry holds the hash of the one before it, so the last one names them all. */
  private static Digest named(List<Bytes> entries) {
    return Digests.sha256(entries.isEmpty() ? new byte[0] : entries.getLast().toArray());
  }
}
