package dev.slipway.config.read;

import dev.slipway.config.text.Node;
import dev.slipway.config.text.Place;
import dev.slipway.model.layer.Reach;
import java.util.List;
import java.util.Optional;

/** Reads what something is for. Stateless. */
final class ReachReader {

  private static final Node.Fields ALL = new Node.Fields(List.of(), Place.START);

  private ReachReader() {}

  /** Without a mapping it is for everything. */
  static Reach read(Optional<Node.Fields> reach) {
    Node.Fields fields = reach.orElse(ALL);
    return new Reach(
        patterns(fields, "applications"),
        patterns(fields, "environments"),
        patterns(fields, "services"),
        Texts.of(fields, "labels"));
  }

  static List<String> patterns(Node.Fields fields, String key) {
    return Texts.listOf(fields, key).stream().map(Node.Text::value).distinct().toList();
  }
}
