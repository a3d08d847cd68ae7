package dev.slipway.wire;

import java.util.List;
import java.util.Optional;

/** A page of a list. */
public record OwnerPage(List<Owner> items, long total, Optional<String> next) {
  public OwnerPage {
    items = List.copyOf(items);
  }
}
