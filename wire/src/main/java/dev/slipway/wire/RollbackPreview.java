package dev.slipway.wire;

import java.util.List;
import java.util.Optional;

/** What a rollback would do now. */
public record RollbackPreview(
    boolean possible, Optional<Reason> because, Optional<Skip> to, List<Skip> skips) {
  public RollbackPreview {
    skips = List.copyOf(skips);
  }
}
