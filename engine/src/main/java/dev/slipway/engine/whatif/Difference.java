package dev.slipway.engine.whatif;

import dev.slipway.model.Reason;
import dev.slipway.model.guardrail.GuardrailName;
import java.time.Duration;
import java.util.Optional;

/** What would have been different for a shipment at a placement. */
public sealed interface Difference {

  Reason because();

  /** Nothing. */
  record Same(Reason because) implements Difference {}

  /** It would not have got so far: not made, kept, refused, or waiting to this day. */
  record Stopped(Optional<GuardrailName> by, Reason because) implements Difference {}

  /** It would have started, or settled, later. */
  record Delayed(Duration by, Optional<GuardrailName> guardrail, Reason because)
      implements Difference {}

  /**
   * It would have got farther, or started sooner.
   *
   * @param sooner by how much; absent where it never really started
   */
  record LetThrough(Optional<Duration> sooner, Reason because) implements Difference {}

  /** Another would have taken its place. */
  record Superseded(Reason because) implements Difference {}
}
