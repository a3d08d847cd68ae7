package dev.slipway.wire;

import java.util.Optional;

/** Which delivery is to hold again; absent means the one before. */
public record RollbackRequest(Optional<Integer> to) {}
