package dev.slipway.simulator.planted;

import dev.slipway.model.entry.CheckReported;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.EnvironmentDeclared;
import dev.slipway.model.entry.PlacementPaused;
import dev.slipway.simulator.planted.Breaks.OnLedger;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Breaks of what the server hears of what was written. */
final class Heard {

  private Heard() {}

  /** Some entries are written, and the server does not hear of them. */
  static OnLedger nothingOf(Predicate<Entry> which) {
    return (real, kernel, life) ->
        AlteredLedger.hearing(
            real, recorded -> Stream.of(recorded).filter(it -> !which.test(it.entry())));
  }

  static boolean isPause(Entry entry) {
    return entry instanceof PlacementPaused;
  }

  static boolean isRed(Entry entry) {
    return entry instanceof CheckReported told && told.check().state().isRed();
  }

  static boolean isProtection(Entry entry) {
    return entry instanceof EnvironmentDeclared declared
        && declared.definition().protection().isPresent();
  }
}
