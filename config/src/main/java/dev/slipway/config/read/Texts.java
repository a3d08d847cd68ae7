package dev.slipway.config.read;

import dev.slipway.config.text.Node;
import dev.slipway.model.definition.OnFailure;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Takes plain values out of trees that obey the table of keys. Stateless. */
final class Texts {

  private Texts() {}

  static boolean isTrue(Node.Text text) {
    return text.value().equals("true");
  }

  /** Whether the word under {@code key} is true; where there is none, it is not. */
  static boolean isTrue(Node.Fields fields, String key) {
    return fields.text(key).stream().anyMatch(Texts::isTrue);
  }

  /** What follows when a rollout fails, where the document says so. */
  static Optional<OnFailure> onFailure(Node.Fields fields) {
    return fields
        .text("on_failure")
        .map(text -> text.value().equals("rollback") ? OnFailure.ROLLBACK : OnFailure.HALT);
  }

  /** The texts of the mapping under {@code key}, sorted by name. */
  static SortedMap<String, String> of(Node.Fields fields, String key) {
    SortedMap<String, String> texts = new TreeMap<>();
    for (Node.Field field : fields.fields(key)) {
      if (field.value() instanceof Node.Text text) {
        texts.put(field.name(), text.value());
      }
    }
    return Collections.unmodifiableSortedMap(texts);
  }

  /** The texts of the sequence under {@code key}, or the one text there. */
  static List<Node.Text> listOf(Node.Fields fields, String key) {
    return fields.items(key).stream()
        .filter(Node.Text.class::isInstance)
        .map(Node.Text.class::cast)
        .toList();
  }
}
