package dev.slipway.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How far a resource is: a whole number, or several with dots between them. What is missing at the
 * end counts as 0 and is not written, so {@code 2.0} is {@code 2}, and {@code 1.9} comes before
 * {@code 1.10}.
 */
public record ResourceVersion(String value) implements Comparable<ResourceVersion> {

  private static final String FORM = "[0-9]{1,18}(?:\\.[0-9]{1,18}){0,9}";

  public ResourceVersion {
    if (!value.matches(FORM)) {
      throw new InvalidValue(
          "resource version", "must be 1 to 10 whole numbers with dots between them");
    }
    value = parts(value).stream().map(String::valueOf).collect(Collectors.joining("."));
  }

  public boolean isAtLeast(ResourceVersion other) {
    return compareTo(other) >= 0;
  }

  @Override
  public int compareTo(ResourceVersion other) {
    List<Long> mine = parts(value);
    List<Long> others = parts(other.value);
    for (int i = 0; i < Math.max(mine.size(), others.size()); i++) {
      int order = Long.compare(part(mine, i), part(others, i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  @Override
  public String toString() {
    return value;
  }

  private static long part(List<Long> parts, int index) {
    return index < parts.size() ? parts.get(index) : 0;
  }

  private static List<Long> parts(String text) {
    List<Long> parts =
        new ArrayList<>(Arrays.stream(text.split("\\.", -1)).map(Long::valueOf).toList());
    while (parts.size() > 1 && parts.getLast() == 0) {
      parts.removeLast();
    }
    return parts;
  }
}
