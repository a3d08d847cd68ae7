package dev.slipway.wire;

import java.util.Optional;

/**
 * What made a shipment.
 *
 * @param to of a rollback: the delivery that is to hold again
 */
public record MadeBy(
    MadeByKind kind, Optional<String> trigger, Optional<Actor> actor, Optional<Integer> to) {}
