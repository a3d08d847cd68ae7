package dev.slipway.simulator.planted;

import dev.slipway.simulator.Keys;
import dev.slipway.simulator.Setting;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A named break, and how it is planted into a run with these keys. {@link #all} is the one place
 * where a break is listed with the law that must notice it.
 *
 * @param name in a word or three
 * @param law that has to notice itself, whatever others notice before it
 * @param what is broken, for docs/laws.md
 * @param favours happenings that come more often, for a break that shows only when they do
 */
public record Planted(
    String name, int law, String what, Set<String> favours, Function<Keys, Breaks> breaks) {

  /** Every break that a law must notice. */
  public static List<Planted> all() {
    return Stream.of(
            InLedger.all(), AtTheGate.all(), OnServer.all(), AmongReplicas.all(), OnAgent.all())
        .flatMap(List::stream)
        .toList();
  }

  /** As violations name it. */
  public String lawName() {
    return "law-%02d".formatted(law);
  }

  /** A seed with the break in it. */
  public Setting at(long seed) {
    return whole(seed).with(breaks);
  }

  /** The same seed in the same weather, and nothing broken. */
  public Setting whole(long seed) {
    return Setting.of(seed).favouring(favours);
  }
}
