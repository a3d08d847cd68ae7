package dev.slipway.loop.door;

import dev.slipway.model.NotificationName;
import dev.slipway.model.Organisation;
import dev.slipway.model.notification.NotificationDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Who is told of what happens, and how that goes. Thread-safe. */
public interface Notifications {

  /** How it goes. */
  enum State {
    /** It was told everything. */
    IDLE,
    /** It is told something next. */
    OWING,
    /** It could not be told, and is tried again. */
    FAILING,
    /** It could not be told for an hour; it is tried all the same. */
    DEAD
  }

  /**
   * A notification and how it goes.
   *
   * @param owed how many happenings it is still to be told
   * @param leftOut how many messages were left out since the last one that was sent
   * @param lastSent absent before the first
   * @param failingSince absent while it can be told
   * @param failedAt when it could not be told last, even when that is over
   * @param failure why
   */
  record Standing(
      NotificationDefinition definition,
      State state,
      int owed,
      int leftOut,
      Optional<Instant> lastSent,
      Optional<Instant> failingSince,
      Optional<Instant> failedAt,
      Optional<String> failure) {}

  /** What became of a test. */
  sealed interface Tested {
    record Delivered() implements Tested {}

    record NotDelivered(String because) implements Tested {}

    /** There is no such notification. */
    record Unknown() implements Tested {}
  }

  /** All of an organisation, by name. */
  CompletionStage<List<Standing>> of(Organisation organisation);

  /** Sends a message that says it is a test; nobody else is told, and nothing is recorded. */
  CompletionStage<Tested> test(Organisation organisation, NotificationName name);
}
