package dev.slipway.wire;

import java.util.Optional;

/** What made a shipment. */
public record MadeBy(MadeByKind kind, Optional<String> trigger, Optional<Actor> actor) {}
