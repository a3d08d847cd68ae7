package dev.slipway.wire;

import java.util.List;
import java.util.Optional;

/**
 * A page of secrets, or of one's versions.
 *
 * @param next the cursor of the next page; absent on the last
 */
public record SecretPage(List<SecretVersion> items, long total, Optional<String> next) {
  public SecretPage {
    items = List.copyOf(items);
  }
}
