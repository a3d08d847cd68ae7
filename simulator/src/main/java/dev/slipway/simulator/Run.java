package dev.slipway.simulator;

import dev.slipway.codec.Digests;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.simulator.laws.Laws;
import dev.slipway.simulator.laws.Laws.Violation;
import java.util.List;

/** One run: a seed, the weather it makes, and the laws held against everything that happens. */
public final class Run {

  private final Setting setting;
  private final Watched watched;

  private Run(Setting setting) {
    this.setting = setting;
    watched = new Watched(new Town(setting));
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
    return run.watched.town().server.store().entries();
  }

  private Result run() {
    Town town = watched.town();
    Laws laws = watched.laws();
    town.open();
    Weather weather = new Weather(town, setting, watched::atRest);
    weather.begin();
    while (!weather.isOver() && laws.violations().isEmpty()) {
      watched.step();
    }
    if (laws.violations().isEmpty()) {
      watched.atTheEnd();
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

  /** Each entry holds the hash of the one before it, so the last one names them all. */
  private static Digest named(List<Bytes> entries) {
    return Digests.sha256(entries.isEmpty() ? new byte[0] : entries.getLast().toArray());
  }
}
