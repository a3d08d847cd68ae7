package dev.slipway.wire;

import java.util.Optional;

/** A delivery that is compared. */
public record Compared(int number, String sha, Optional<String> ref, String hash) {}
