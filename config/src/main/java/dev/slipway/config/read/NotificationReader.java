package dev.slipway.config.read;

import dev.slipway.config.text.Node;
import dev.slipway.config.text.Problems;
import dev.slipway.model.NotificationName;
import dev.slipway.model.notification.NotificationDefinition;
import dev.slipway.model.notification.Occasion;
import dev.slipway.model.notification.Receiver;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads who is told of what happens. */
final class NotificationReader {

  private final Problems problems;

  NotificationReader(Problems problems) {
    this.problems = problems;
  }

  /** The definition; of use only when no problem was found. */
  Optional<NotificationDefinition> read(Node.Fields document) {
    Optional<Receiver> receiver = new ReceiverReader(problems).read(document);
    return document
        .text("notification")
        .flatMap(name ->
            receiver.map(to ->
                new NotificationDefinition(
                    new NotificationName(name.value()),
                    ReachReader.read(fields(document, "for")),
                    occasions(document),
                    to)));
  }

  /** In the order in which they happen, each once. */
  private static List<Occasion> occasions(Node.Fields document) {
    List<String> said =
        Texts.listOf(document, "events").stream().map(Node.Text::value).distinct().toList();
    return Arrays.stream(Occasion.values())
        .filter(occasion -> said.isEmpty() || said.contains(occasion.word()))
        .toList();
  }

  private static Optional<Node.Fields> fields(Node.Fields fields, String key) {
    return fields.get(key).filter(Node.Fields.class::isInstance).map(Node.Fields.class::cast);
  }
}
