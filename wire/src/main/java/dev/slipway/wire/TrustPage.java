package dev.slipway.wire;

import java.util.List;
import java.util.Optional;

/**
 * A page of a list.
 *
 * @param next send it back as cursor; absent on the last page
 */
public record TrustPage(List<Trust> items, long total, Optional<String> next) {
  public TrustPage {
    items = List.copyOf(items);
  }
}
