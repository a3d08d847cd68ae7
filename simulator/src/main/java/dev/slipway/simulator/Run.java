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
import dev.slipway.simulator.planted.Breaks;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One run: a seed, the weather it makes, and the laws held against everything that happens. */
public final class Run {

  private static final int PAGE = 1_000;

  private final Town town;
  private final Laws laws = new Laws();
  private final Map<TargetId, Integer> seen = new HashMap<>();

  private Run(long seed, Function<Keys, Breaks> planted) {
    town = new Town(seed, planted);
  }

  /**
   * How a run went.
   *
   * @param ledger names the exact bytes of its ledger, so that two runs can be compared
   */
  public record Result(
      long seed, List<Violation> violations, int entries, Digest ledger, List<String> trace) {}

  /** Runs a seed to its end, or to the first thing that is against a law. */
  public static Result of(long seed, Function<Keys, Breaks> planted) {
    return new Run(seed, planted).run(seed);
  }

  /** Runs a seed with everything whole. */
  public static Result of(long seed) {
    return of(seed, keys -> Breaks.NONE);
  }

  private Result run(long seed) {
    town.open();
    Weather weather = new Weather(town);
    weather.begin();
    Optional<Instant> now = Optional.of(town.kernel.instant());
    while (now.filter(at -> at.isBefore(weather.end())).isPresent()
        && laws.violations().isEmpty()) {
      now = town.kernel.step();
      hold();
    }
    if (laws.violations().isEmpty()) {
      laws.atTheEnd(ending());
    }
    List<Bytes> entries = town.server.store().entries();
    return new Result(seed, laws.violations(), entries.size(), named(entries), town.trace.lines());
  }

  private void hold() {
    town.server.present().ifPresent(alive -> read(alive.ledger()));
    for (Computer computer : town.computers) {
      Machine machine = computer.machine();
      int done = seen.getOrDefault(computer.identity().target(), 0);
      while (done < machine.doneCount()) {
        town.trace.add(computer.identity().agent() + ": " + machine.done(done));
        laws.after(machine.done(done));
        done++;
      }
      seen.put(computer.identity().target(), done);
    }
  }

  private void read(Ledger ledger) {
    while (ledger.head().isAfter(laws.world().position())) {
      for (Recorded recorded : ledger.read(laws.world().position(), PAGE)) {
        town.trace.add(recorded.position() + " " + recorded.stream() + " " + recorded.entry());
        laws.after(recorded);
      }
    }
  }

  private Ending ending() {
    Map<TargetId, Machine> machines = new HashMap<>();
    town.computers.forEach(c -> machines.put(c.identity().target(), c.machine()));
    World servers =
        town.server
            .present()
            .map(alive -> alive.loop().memory().world(Organisation.MAIN))
            .orElseGet(() -> World.empty(Organisation.MAIN));
    return new Ending(
        laws.world(),
        servers,
        town.server.store().entries(),
        town.people.acknowledged(),
        town.source.head(SourceControl.MAIN),
        machines);
  }

  private static Digest named(List<Bytes> entries) {
    StringBuilder all = new StringBuilder();
    entries.forEach(entry -> all.append(entry.utf8()).append('\n'));
    return Digests.sha256(all.toString().getBytes(StandardCharsets.UTF_8));
  }
}
