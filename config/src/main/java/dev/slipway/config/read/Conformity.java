package dev.slipway.config.read;

import dev.slipway.config.schema.Format;
import dev.slipway.config.schema.Key;
import dev.slipway.config.schema.Shape;
import dev.slipway.config.schema.Type;
import dev.slipway.config.text.Excerpt;
import dev.slipway.config.text.Node;
import dev.slipway.config.text.Place;
import dev.slipway.config.text.Problems;
import dev.slipway.model.Nearest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds a tree against the table of keys. The tree that comes back obeys the table; what did not is
 * {@link Node.Refused} in it and among the problems.
 */
final class Conformity {

  private final Problems problems;

  Conformity(Problems problems) {
    this.problems = problems;
  }

  /**
   * Checks one value.
   *
   * @param subject how messages call it, such as {@code route}
   */
  Node check(String subject, Node node, Type type) {
    if (node instanceof Node.Refused) {
      return node;
    }
    if (node instanceof Node.Text text && text.isMissing()) {
      return refuse(
          node,
          "value-missing",
          "'"
              + subject
              + "' has no value. Write one, or leave an optional key out; an empty text is \"\".");
    }
    return switch (type) {
      case Type.Scalar(Format format) -> scalar(subject, node, format);
      case Type.Flag() -> word(subject, node, List.of("true", "false"), "invalid-flag");
      case Type.Choice(List<String> words) -> word(subject, node, words, "unknown-word");
      case Type.Sequence(Type item, int countMax) -> items(subject, node, item, countMax);
      case Type.Named(Format key, Type value, int countMax) ->
          named(subject, node, key, value, countMax);
      case Type.Known(Shape shape) -> fields(subject, node, shape);
      case Type.Either(Type brief, Type full) ->
          check(subject, node, isBrief(node, brief) ? brief : full);
    };
  }

  private static boolean isBrief(Node node, Type brief) {
    return brief instanceof Type.Sequence ? node instanceof Node.Items : node instanceof Node.Text;
  }

  private Node scalar(String subject, Node node, Format format) {
    if (!(node instanceof Node.Text text)) {
      return refuse(
          node, "not-a-text", "'" + subject + "' must be a single text, not a list or a mapping.");
    }
    return format.admits(text.value())
        ? text
        : refuse(
            node,
            format.code(),
            "'" + subject + "' " + format.demand() + ", not " + Excerpt.of(text.value()) + ".");
  }

  private Node word(String subject, Node node, List<String> words, String code) {
    if (node instanceof Node.Text text && words.contains(text.value())) {
      return node;
    }
    Optional<String> written =
        node instanceof Node.Text text ? Optional.of(text.value()) : Optional.empty();
    problems.add(
        node.place(),
        code,
        "'"
            + subject
            + "' must be "
            + alternatives(words)
            + written.map(value -> ", not " + Excerpt.of(value)).orElse("")
            + ".",
        written.flatMap(value -> Nearest.of(value, words)));
    return new Node.Refused(node.place());
  }

  private Node items(String subject, Node node, Type item, int countMax) {
    if (!(node instanceof Node.Items(List<Node> items, Place place))) {
      return refuse(node, "not-a-list", "'" + subject + "' must be a list, such as [a, b].");
    }
    if (isCountRefused(subject, place, items.size(), countMax)) {
      return new Node.Refused(place);
    }
    List<Node> checked = new ArrayList<>();
    for (Node each : items) {
      checked.add(check(subject, each, item));
    }
    return new Node.Items(checked, place);
  }

  private Node named(String subject, Node node, Format key, Type value, int countMax) {
    if (!(node instanceof Node.Fields(List<Node.Field> fields, Place place))) {
      return notFields(subject, node);
    }
    if (isCountRefused(subject, place, fields.size(), countMax)) {
      return new Node.Refused(place);
    }
    List<Node.Field> checked = new ArrayList<>();
    for (Node.Field field : fields) {
      if (key.admits(field.name())) {
        Node content = check(field.name(), field.value(), value);
        checked.add(new Node.Field(field.name(), field.place(), content));
      } else {
        problems.add(
            field.place(),
            key.code(),
            "A key of '"
                + subject
                + "' "
                + key.demand()
                + ", not "
                + Excerpt.of(field.name())
                + ".");
      }
    }
    return new Node.Fields(checked, place);
  }

  private boolean isCountRefused(String subject, Place place, int count, int countMax) {
    if (count == 0) {
      problems.add(
          place,
          "empty",
          "'" + subject + "' needs at least one entry. Add one, or leave an optional key out.");
    } else if (count > countMax) {
      problems.add(
          place,
          "too-many",
          "'" + subject + "' has " + count + " entries; " + countMax + " are allowed.");
    }
    return count == 0 || count > countMax;
  }

  private Node fields(String subject, Node node, Shape shape) {
    if (!(node instanceof Node.Fields fields)) {
      return notFields(subject, node);
    }
    List<Node.Field> checked = new ArrayList<>();
    Set<String> meant = new HashSet<>();
    for (Node.Field field : fields.fields()) {
      if (problems.areTooMany()) {
        break;
      }
      Optional<Key> key = keyOf(shape, field);
      key.map(known -> check(field.name(), field.value(), known.type()))
          .ifPresent(value -> checked.add(new Node.Field(field.name(), field.place(), value)));
      key.map(Key::name).or(() -> nearest(shape, field)).ifPresent(meant::add);
    }
    missing(fields, shape, meant);
    return new Node.Fields(checked, fields.place());
  }

  private Optional<Key> keyOf(Shape shape, Node.Field field) {
    Optional<Key> known =
        shape.keys().stream().filter(key -> key.name().equals(field.name())).findFirst();
    if (known.isEmpty()) {
      Optional<String> nearest = nearest(shape, field);
      problems.add(
          field.place(),
          "unknown-key",
          "%s %s has no key %s.%s"
              .formatted(
                  "aeiou".indexOf(shape.name().charAt(0)) >= 0 ? "An" : "A",
                  shape.name(),
                  Excerpt.of(field.name()),
                  nearest.isPresent() ? "" : " It may have " + alternatives(shape.names()) + "."),
          nearest);
    }
    return known;
  }

  private static Optional<String> nearest(Shape shape, Node.Field field) {
    return Nearest.of(field.name(), shape.names());
  }

  /** Keys that were probably meant by a misspelt one are not said to be missing as well. */
  private void missing(Node.Fields fields, Shape shape, Set<String> meant) {
    for (Key key : shape.keys()) {
      if (key.required() && !meant.contains(key.name())) {
        problems.add(
            fields.place(),
            "key-missing",
            "This "
                + shape.name()
                + " lacks '"
                + key.name()
                + "', such as '"
                + key.name()
                + ": "
                + key.example()
                + "'.");
      }
    }
    if (!shape.atLeastOne().isEmpty() && shape.atLeastOne().stream().noneMatch(meant::contains)) {
      problems.add(
          fields.place(),
          "key-missing",
          "This "
              + shape.name()
              + " needs "
              + alternatives(shape.atLeastOne())
              + ". Write one of them at least.");
    }
    List<String> present =
        shape.exactlyOne().stream().filter(name -> fields.field(name).isPresent()).toList();
    if (!shape.exactlyOne().isEmpty() && shape.exactlyOne().stream().noneMatch(meant::contains)) {
      problems.add(
          fields.place(),
          "key-missing",
          "This "
              + shape.name()
              + " needs exactly one of "
              + alternatives(shape.exactlyOne())
              + ".");
    } else if (present.size() > 1) {
      problems.add(
          fields.field(present.get(1)).orElseThrow().place(),
          "keys-exclude-each-other",
          "A " + shape.name() + " has only one of " + alternatives(present) + ". Keep one.");
    }
  }

  private static String alternatives(List<String> words) {
    List<String> quoted = words.stream().map(word -> "'" + word + "'").toList();
    return quoted.size() < 2
        ? String.join("", quoted)
        : String.join(", ", quoted.subList(0, quoted.size() - 1)) + " or " + quoted.getLast();
  }

  private Node notFields(String subject, Node node) {
    return refuse(node, "not-a-mapping", "'" + subject + "' must be a mapping of keys to values.");
  }

  private Node.Refused refuse(Node node, String code, String message) {
    problems.add(node.place(), code, message);
    return new Node.Refused(node.place());
  }
}
