package dev.slipway.config.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A part of a document with its place. There are no types: every scalar is text. */
public sealed interface Node {

  Place place();

  /**
   * A scalar.
   *
   * @param quoted whether it was written in quotes or as a block, so that {@code ""} and {@code
   *     "null"} are meant as text
   * @param lead characters between the place and the value's first one, when the value stands in
   *     the file exactly as it is; absent when escapes or folding moved its characters
   */
  record Text(String value, Place place, boolean quoted, Optional<Integer> lead) implements Node {

    /** Where the character at {@code index} of the value stands, as exactly as can be told. */
    public Place placeOf(int index) {
      return lead.map(skip -> place.right(skip + value.codePointCount(0, index))).orElse(place);
    }

    /** Whether nothing was written, or YAML's word for nothing. */
    public boolean isMissing() {
      return !quoted && (value.isEmpty() || value.equals("~") || value.equals("null"));
    }
  }

  /** A sequence. */
  record Items(List<Node> items, Place place) implements Node {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** A mapping, in the order of the file; no two fields have the same name. */
  record Fields(List<Field> fields, Place place) implements Node {
    public Fields {
      fields = List.copyOf(fields);
    }

    public Optional<Field> field(String name) {
      return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** The value under {@code name}; absent too when it was already reported as a mistake. */
    public Optional<Node> get(String name) {
      return field(name).map(Field::value).filter(value -> !(value instanceof Refused));
    }

    /** The scalar under {@code name}; absent too when it is no scalar. */
    public Optional<Text> text(String name) {
      return get(name).filter(Text.class::isInstance).map(Text.class::cast);
    }

    /** The fields of the mapping under {@code name}; none when there is no mapping. */
    public List<Field> fields(String name) {
      return get(name).stream()
          .filter(Fields.class::isInstance)
          .flatMap(node -> ((Fields) node).fields().stream())
          .toList();
    }

    /** The items of the sequence under {@code name}, or the one scalar there. */
    public List<Node> items(String name) {
      return get(name).stream()
          .flatMap(node ->
              switch (node) {
                case Items items -> items.items().stream();
                case Text text -> Stream.of(text);
                case Fields _, Refused _ -> Stream.empty();
              })
          .toList();
    }
  }

  /** What was already reported as a mistake; nothing more is said about it. */
  record Refused(Place place) implements Node {}

  /** One key of a mapping with its value. */
  record Field(String name, Place place, Node value) {}
}
