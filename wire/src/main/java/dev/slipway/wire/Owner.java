package dev.slipway.wire;

import java.time.Instant;
import java.util.List;

/** Whoever answers for documents: the group whose members may write, and what. */
public record Owner(
    String name, String group, List<OwnerRight> may, Origin origin, Instant at, long position) {
  public Owner {
    may = List.copyOf(may);
  }
}
