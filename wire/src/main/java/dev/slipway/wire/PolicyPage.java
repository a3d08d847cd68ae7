package dev.slipway.wire;

import java.util.List;
import java.util.Optional;

/** A page of policies, or of one's revisions. */
public record PolicyPage(List<Policy> items, long total, Optional<String> next) {
  public PolicyPage {
    items = List.copyOf(items);
  }
}
