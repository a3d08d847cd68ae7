package dev.slipway.wire;

import java.util.Optional;

/**
 * Where a set is taken back.
 *
 * @param environment needed where it arrived in several
 * @param confirm the environment, named once more where it is protected
 */
public record SetRollbackRequest(Optional<String> environment, Optional<String> confirm) {}
