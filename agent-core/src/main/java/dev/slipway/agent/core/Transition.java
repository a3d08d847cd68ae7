package dev.slipway.agent.core;

import static dev.slipway.agent.core.Deed.BACK_OFF;
import static dev.slipway.agent.core.Deed.BEGIN;
import static dev.slipway.agent.core.Deed.CANCEL;
import static dev.slipway.agent.core.Deed.HEAL;
import static dev.slipway.agent.core.Deed.REPORT_END;
import static dev.slipway.agent.core.Deed.REPORT_STATE;
import static dev.slipway.agent.core.Happening.CONVERGED;
import static dev.slipway.agent.core.Happening.DIFFERS;
import static dev.slipway.agent.core.Happening.DONE;
import static dev.slipway.agent.core.Happening.DUE;
import static dev.slipway.agent.core.Happening.FAILED;
import static dev.slipway.agent.core.Happening.MISSED;
import static dev.slipway.agent.core.Happening.ORDERED;
import static dev.slipway.agent.core.Phase.CONVERGING;
import static dev.slipway.agent.core.Phase.DRIFTED;
import static dev.slipway.agent.core.Phase.HEALING;
import static dev.slipway.agent.core.Phase.KEEPING;
import static dev.slipway.agent.core.Phase.RESTING;
import static dev.slipway.agent.core.Phase.YIELDING;

import java.util.List;

/**
 * One row of the table that says what a slot does. What is not in the table does not matter in that
 * phase: the slot stays as it is. A failed order is not healed, for what to do next is the engine's
 * to say; a kept one is, for ever, and so is the way back, whatever became of it.
 */
public record Transition(Phase from, Happening on, Phase to, List<Deed> deeds) {

  /** The whole table; no two rows share phase and happening. */
  public static final List<Transition> TABLE =
      List.of(
          row(RESTING, ORDERED, CONVERGING, BEGIN),
          row(KEEPING, ORDERED, CONVERGING, BEGIN),
          row(DRIFTED, ORDERED, CONVERGING, BEGIN),
          row(CONVERGING, ORDERED, YIELDING, CANCEL),
          row(HEALING, ORDERED, YIELDING, CANCEL),
          row(CONVERGING, CONVERGED, KEEPING, REPORT_END),
          row(CONVERGING, DONE, RESTING, REPORT_END),
          row(CONVERGING, FAILED, RESTING, REPORT_END),
          row(CONVERGING, MISSED, DRIFTED, REPORT_END, BACK_OFF),
          row(HEALING, CONVERGED, KEEPING, REPORT_STATE),
          row(HEALING, DONE, RESTING, REPORT_STATE),
          row(HEALING, FAILED, DRIFTED, REPORT_STATE, BACK_OFF),
          row(HEALING, MISSED, DRIFTED, REPORT_STATE, BACK_OFF),
          row(YIELDING, CONVERGED, CONVERGING, REPORT_END, BEGIN),
          row(YIELDING, DONE, CONVERGING, REPORT_END, BEGIN),
          row(YIELDING, FAILED, CONVERGING, REPORT_END, BEGIN),
          row(YIELDING, MISSED, CONVERGING, REPORT_END, BEGIN),
          row(KEEPING, DIFFERS, DRIFTED, REPORT_STATE, BACK_OFF),
          row(DRIFTED, DUE, HEALING, HEAL));

  public Transition {
    deeds = List.copyOf(deeds);
  }

  /** What a slot in phase {@code from} does on {@code on}. */
  public static Transition of(Phase from, Happening on) {
    return TABLE.stream()
        .filter(row -> row.from == from && row.on == on)
        .findFirst()
        .orElseGet(() -> row(from, on, from));
  }

  private static Transition row(Phase from, Happening on, Phase to, Deed... deeds) {
    return new Transition(from, on, to, List.of(deeds));
  }
}
