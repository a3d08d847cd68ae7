package dev.slipway.engine.intake;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.event.Event;
import java.time.Instant;
import java.util.Optional;

/** Which rule takes which event. */
public final class Events {

  private Events() {}

  /**
   * What follows from an event.
   *
   * @param at when it was received
   */
  public static Optional<Settlement> decide(Deliberation d, Event event, Instant at) {
    return switch (event) {
      case Event.RefsHinted hint -> HintRule.decide(d, hint);
      case Event.ChecksHinted hint -> CheckHintRule.decide(d, hint, at);
      case Event.ImagesHinted hint -> ImageHintRule.decide(d, hint);
      case Event.Announced announced -> AnnouncementRule.decide(d, announced);
      case Event.Ignored ignored -> Settlements.nothing(ignored.because());
    };
  }
}
