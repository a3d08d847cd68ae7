package dev.slipway.loop.door;

import dev.slipway.loop.door.Administration.Made;
import dev.slipway.model.ActorId;
import dev.slipway.model.ClientPage;
import dev.slipway.model.Feedback;
import dev.slipway.model.Organisation;
import java.util.List;
import java.util.Optional;

/** Takes what people say of pages, and shows it to owners. Thread-safe. */
public interface FeedbackDesk {

  /**
   * A page of what was said, the newest first.
   *
   * @param next comes before the rest; empty where there is none
   */
  record Listed(List<Feedback> items, long total, Optional<Long> next) {
    public Listed {
      items = List.copyOf(items);
    }
  }

  /**
   * Keeps what somebody said who may read something. The same key by the same actor is the same
   * once more.
   *
   * @throws dev.slipway.model.InvalidValue when the text is none, or too long
   */
  Made<Feedback> take(
      Organisation organisation,
      ActorId by,
      String idempotencyKey,
      ClientPage page,
      String text,
      String version);

  /** What was said, for an owner of the whole organisation. */
  Made<Listed> list(Organisation organisation, ActorId by, Optional<Long> before, int limit);

  /** Takes out what was said; its id is all that is left. */
  Made<String> remove(Organisation organisation, ActorId by, String id);
}
