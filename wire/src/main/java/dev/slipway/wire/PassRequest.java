package dev.slipway.wire;

import java.util.Optional;

/** Why a delivery is to pass a limit. */
public record PassRequest(Optional<String> because) {}
