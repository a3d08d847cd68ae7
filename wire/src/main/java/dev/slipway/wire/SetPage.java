package dev.slipway.wire;

import java.util.List;
import java.util.Optional;

/** A page of sets. */
public record SetPage(List<ShipSet> items, long total, Optional<String> next) {
  public SetPage {
    items = List.copyOf(items);
  }
}
