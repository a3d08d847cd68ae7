package dev.slipway.wire;

import java.util.List;
import java.util.Optional;

/**
 * A page of a list.
 *
 * @param next send it back as cursor; absent on the last page
 */
public record ResourcePage(List<Resource> items, long total, Optional<String> next) {
  public ResourcePage {
    items = List.copyOf(items);
  }
}
