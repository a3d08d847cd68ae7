package dev.slipway.wire.agent;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads lists that the other side may have left out. Stateless. */
final class Lists {

  private Lists() {}

  static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
