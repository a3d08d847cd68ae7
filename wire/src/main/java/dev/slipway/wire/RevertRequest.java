package dev.slipway.wire;

import java.util.Optional;

/**
 * A wish to have an owner's document be again what it was.
 *
 * @param to the number of the revision; the one before unless told otherwise
 */
public record RevertRequest(Optional<Integer> to) {}
