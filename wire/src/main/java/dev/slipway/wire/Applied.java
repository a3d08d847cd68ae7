package dev.slipway.wire;

import java.util.List;

/** What applying did. */
public record Applied(
    long position, Settlement settlement, Reason because, List<DocumentSummary> documents) {
  public Applied {
    documents = List.copyOf(documents);
  }
}
