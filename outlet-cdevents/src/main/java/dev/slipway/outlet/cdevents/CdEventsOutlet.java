package dev.slipway.outlet.cdevents;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.model.notification.Happening;
import dev.slipway.outlet.Message;
import dev.slipway.outlet.StandardWebhook;
import dev.slipway.outlet.Telling;
import dev.slipway.outlet.WebhookSecret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * CloudEvents in the structured JSON mode, each with a CDEvent of version 0.5.1 in it: a message
 * for each event of each thing that happened, in order. They are signed as Standard Webhooks say,
 * so a Slipway elsewhere takes them as they are. Pure; thread-safe.
 *
 * @param secret absent where messages are not signed
 * @param link where people read about deliveries; absent where nobody said
 * @see <a href="https://github.com/cdevents/spec/blob/v0.5.1/spec.md">CDEvents</a>
 * @see <a
 *     href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md">
 *     CloudEvents' JSON</a>
 */
public record CdEventsOutlet(Optional<WebhookSecret> secret, Optional<String> link) {

  /** What the messages are. */
  private static final String TYPE = "application/cloudevents+json";

  /**
   * The messages, to be sent one after the other.
   *
   * @param now when they are sent
   */
  public List<Message> messages(Telling telling, Instant now) {
    Stream<Said> said =
        telling.rehearsal()
            ? Stream.of(
                new Said(
                    telling.last(),
                    new CdEvent.Own(CdEvent.Own.What.NOTIFICATION_TESTED, Optional.empty())))
            : telling.happenings().stream()
                .flatMap(happening ->
                    Vocabulary.of(happening).stream().map(event -> new Said(happening, event)));
    return said.map(one -> message(telling, one, now)).toList();
  }

  private record Said(Happening happening, CdEvent event) {}

  private Message message(Telling telling, Said said, Instant now) {
    String id = id(telling, said);
    String body = new Envelope(telling, said.happening(), said.event(), id, link).text();
    SortedMap<String, String> headers = StandardWebhook.headers(id, now, body, secret);
    headers.put("Content-Type", TYPE);
    return new Message(headers, body);
  }

  /**
   * The same whenever and with whatever else it is told: of the entry that it is told of, not of
   * the message, for a message that is tried again may tell more than it did before.
   */
  private static String id(Telling telling, Said said) {
    Happening happening = said.happening();
    String whole =
        String.join(
            " ",
            telling.organisation().value(),
            telling.notification().value(),
            telling.rehearsal() ? telling.id() : happening.position().toString(),
            happening.at().toString(),
            said.event().type());
    return UUID.nameUUIDFromBytes(whole.getBytes(UTF_8)).toString();
  }
}
