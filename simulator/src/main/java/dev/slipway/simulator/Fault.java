package dev.slipway.simulator;

import java.util.Locale;

/** What may go wrong at any time in a run; each seed draws which of these are on. */
public enum Fault {
  /** Messages and answers get lost. */
  LOST,
  /** A message arrives twice. */
  DOUBLED,
  /** Messages take their time, and overtake each other. */
  LATE,
  /** An order that was brought before comes once more. */
  REPLAYED,
  /** A command fails now and then. */
  FAILING;

  /** As people write it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
