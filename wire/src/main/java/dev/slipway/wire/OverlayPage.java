package dev.slipway.wire;

import java.util.List;
import java.util.Optional;

/** A page of overlays, or of one's revisions. */
public record OverlayPage(List<Overlay> items, long total, Optional<String> next) {
  public OverlayPage {
    items = List.copyOf(items);
  }
}
