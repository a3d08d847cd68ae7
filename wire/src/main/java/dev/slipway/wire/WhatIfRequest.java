package dev.slipway.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A span of the ledger, and documents to hold it against.
 *
 * @param until absent means now
 */
public record WhatIfRequest(Instant since, Optional<Instant> until, List<File> files) {
  public WhatIfRequest {
    files = List.copyOf(files);
  }
}
