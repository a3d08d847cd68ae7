package dev.slipway.outlet.github;

import dev.slipway.model.notification.Happening;
import dev.slipway.model.notification.Occasion;
import dev.slipway.outlet.JsonBody;
import dev.slipway.outlet.Message;
import dev.slipway.outlet.Outlet;
import dev.slipway.outlet.Pages;
import dev.slipway.outlet.Telling;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A status of the commit that is told of, for its environment: {@code slipway/staging}. It begins
 * when a delivery starts, for what never starts would be pending for ever. Pure; thread-safe.
 *
 * <pre>
 *   started                  pending
 *   stuck, cancelled         error
 *   settled, rolled back     success
 *   failed                   failure
 *   anything else            none
 * </pre>
 *
 * @param context what the name of the status begins with
 * @param link where people read about deliveries; absent where nobody said
 */
public record GitHubOutlet(String context, Optional<String> link) implements Outlet {

  /** Whether what is told has a status at all. */
  public static boolean isStatus(Telling telling) {
    return !telling.rehearsal()
        && telling.last().sha().isPresent()
        && state(telling.last().occasion()).isPresent();
  }

  @Override
  public Message message(Telling telling, Instant now) {
    Happening last = telling.last();
    String body =
        JsonBody.of(json -> {
          json.writeStringField("state", state(last.occasion()).orElse("pending"));
          json.writeStringField("context", context + "/" + last.placement().environment());
          json.writeStringField("description", Said.of(last));
          Optional<String> target = Pages.ofDelivery(link, last);
          if (target.isPresent()) {
            json.writeStringField("target_url", target.orElseThrow());
          }
        });
    return new Message(new TreeMap<>(), body);
  }

  private static Optional<String> state(Occasion occasion) {
    return switch (occasion) {
      case STARTED -> Optional.of("pending");
      case STUCK, CANCELLED -> Optional.of("error");
      case SETTLED, ROLLED_BACK -> Optional.of("success");
      case FAILED -> Optional.of("failure");
      case QUEUED, WAITING_FOR_APPROVAL, BYPASSED -> Optional.empty();
    };
  }
}
