package dev.slipway.wire;

import java.util.Optional;

/**
 * What made a shipment.
 *
 * @param to of a rollback: the delivery that is to hold again
 * @param confirmed the environment that its person named once more
 */
public record MadeBy(
    MadeByKind kind,
    Optional<String> trigger,
    Optional<Actor> actor,
    Optional<Integer> to,
    Optional<String> confirmed) {}
