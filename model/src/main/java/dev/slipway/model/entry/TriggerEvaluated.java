package dev.slipway.model.entry;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.model.TriggerName;

/** A trigger was held against an event. */
public record TriggerEvaluated(
    ApplicationName application, TriggerName trigger, Position event, Verdict verdict)
    implements Entry {

  /** What it said. */
  public sealed interface Verdict {

    Reason because();

    record Matched(Reason because) implements Verdict {}

    record Skipped(Reason because) implements Verdict {}
  }
}
