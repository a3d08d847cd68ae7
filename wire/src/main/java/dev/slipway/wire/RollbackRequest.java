package dev.slipway.wire;

import java.util.List;
import java.util.Optional;

/**
 * What is to hold again.
 *
 * @param to which delivery; absent means the one before
 * @param pastLocks the locks that it is to pass, by their ids; at most 80
 * @param confirm the environment, named once more; needed where it is protected
 */
public record RollbackRequest(
    Optional<Integer> to, Optional<List<String>> pastLocks, Optional<String> confirm) {}
