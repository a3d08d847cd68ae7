package dev.slipway.ledger;

import dev.slipway.model.Feedback;
import dev.slipway.model.Organisation;
import java.util.List;
import java.util.Optional;

/** What people said of pages, the newest of it. It can be taken out again. Thread-safe. */
public interface FeedbackBox {

  /**
   * A piece of feedback in its place.
   *
   * @param number grows with each that is kept
   */
  record Kept(long number, Feedback feedback) {}

  /**
   * Keeps feedback, and of all that an organisation has no more than so many: the oldest goes. One
   * with the id of another that is there is the same, and is not kept twice.
   *
   * @return what is there under this id
   */
  Feedback keep(Organisation organisation, Feedback feedback, int atMost);

  /** At most so many, the newest first; with a number, of those that were kept before it. */
  List<Kept> newest(Organisation organisation, Optional<Long> before, int limit);

  long count(Organisation organisation);

  /** Whether it was there. */
  boolean remove(Organisation organisation, String id);
}
