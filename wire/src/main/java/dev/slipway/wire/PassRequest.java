package dev.slipway.wire;

import java.util.Optional;

/** Why a delivery is to pass a limit, or be passed by what waits behind it. */
public record PassRequest(Optional<String> because) {}
