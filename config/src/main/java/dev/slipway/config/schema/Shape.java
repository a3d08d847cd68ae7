package dev.slipway.config.schema;

import java.util.List;

/**
 * A mapping with known keys.
 *
 * @param name what people call it, such as {@code service}
 * @param exactlyOne exactly one of these keys must be there; empty when there is no such rule
 * @param atLeastOne one of these keys at least must be there; empty when there is no such rule
 */
public record Shape(
    String name, String meaning, List<Key> keys, List<String> exactlyOne, List<String> atLeastOne) {

  public Shape {
    keys = List.copyOf(keys);
    exactlyOne = List.copyOf(exactlyOne);
    atLeastOne = List.copyOf(atLeastOne);
  }

  /** One of whose keys none stands in for another. */
  public Shape(String name, String meaning, List<Key> keys, List<String> exactlyOne) {
    this(name, meaning, keys, exactlyOne, List.of());
  }

  public List<String> names() {
    return keys.stream().map(Key::name).toList();
  }
}
