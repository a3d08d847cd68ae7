package dev.slipway.config.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes the smallest document that holds one key, of the examples of the reference.
 *
 * @param beside what stands in the mapping of a shape, in the place of the examples there, with a
 *     semicolon between two; and what stands beside the first that is named under a key
 */
record Sample(Map<String, String> beside) {

  private static final Pattern FIRST = Pattern.compile("\\{([A-Za-z0-9_.-]+):");

  /** A document in which one key has its example. */
  String document(Shape shape, Key key) {
    List<String> mapping = mapping(shape, key);
    return Shapes.DOCUMENTS.stream()
        .flatMap(root -> holding(root, shape, mapping).stream())
        .findFirst()
        .map(lines -> String.join("\n", lines) + "\n")
        .orElseThrow(() -> new AssertionError("No document holds a " + shape.name()));
  }

  /** The lines of a mapping: what has to be there, and one key more. */
  private List<String> mapping(Shape shape, Key one) {
    Map<String, String> values = new LinkedHashMap<>();
    shape.keys().stream().filter(Key::required).forEach(it -> values.put(it.name(), it.example()));
    values.put(one.name(), one.example());
    Optional.ofNullable(beside.get(shape.name())).stream()
        .flatMap(line -> Stream.of(line.split("; ", -1)))
        .map(line -> line.split(": ", 2))
        .forEach(words -> values.put(words[0], words[1]));
    oneOf(shape, shape.exactlyOne(), values);
    oneOf(shape, shape.atLeastOne(), values);
    return values.entrySet().stream().map(it -> it.getKey() + ": " + it.getValue()).toList();
  }

  /** The first of some keys of which there has to be one. */
  private static void oneOf(Shape shape, List<String> names, Map<String, String> values) {
    if (names.stream().noneMatch(values::containsKey)) {
      shape.keys().stream()
          .filter(it -> names.contains(it.name()))
          .findFirst()
          .ifPresent(it -> values.put(it.name(), it.example()));
    }
  }

  /** The lines of a mapping that holds another one somewhere. */
  private Optional<List<String>> holding(Shape shape, Shape wanted, List<String> mapping) {
    if (shape.equals(wanted)) {
      return Optional.of(mapping);
    }
    return shape.keys().stream()
        .flatMap(key ->
            under(key.type(), key, wanted, mapping).stream().map(it -> around(shape, key, it)))
        .findFirst();
  }

  private List<String> around(Shape shape, Key key, List<String> value) {
    List<String> lines = new ArrayList<>();
    mapping(shape, key).stream()
        .filter(line -> !line.startsWith(key.name() + ":"))
        .forEach(lines::add);
    lines.add(key.name() + ":");
    value.forEach(line -> lines.add("  " + line));
    return lines;
  }

  private Optional<List<String>> under(Type type, Key key, Shape wanted, List<String> mapping) {
    return switch (type) {
      case Type.Scalar _, Type.Flag _, Type.Choice _ -> Optional.empty();
      case Type.Known(Shape shape) -> holding(shape, wanted, mapping);
      case Type.Either(Type brief, Type full) ->
          Stream.of(full, brief)
              .flatMap(each -> under(each, key, wanted, mapping).stream())
              .findFirst();
      case Type.Sequence(Type item, int _) -> under(item, key, wanted, mapping).map(Sample::item);
      case Type.Named(Format _, Type value, int _) ->
          under(value, key, wanted, mapping).map(lines -> named(key, lines));
    };
  }

  private static List<String> item(List<String> lines) {
    List<String> item = new ArrayList<>();
    lines.forEach(line -> item.add((item.isEmpty() ? "- " : "  ") + line));
    return item;
  }

  /** Under the first name of the key's own example. */
  private List<String> named(Key key, List<String> lines) {
    Matcher first = FIRST.matcher(key.example());
    if (!first.find()) {
      throw new AssertionError(key.example() + " names nothing");
    }
    List<String> named = new ArrayList<>(List.of(first.group(1) + ":"));
    lines.forEach(line -> named.add("  " + line));
    Optional.ofNullable(beside.get(key.name())).ifPresent(named::add);
    return named;
  }
}
