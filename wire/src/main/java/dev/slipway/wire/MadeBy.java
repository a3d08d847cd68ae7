package dev.slipway.wire;

import java.util.Optional;

/**
 * What made a shipment.
 *
 * @param to of a rollback: the delivery that is to hold again
 * @param confirmed the environment that its person named once more
 * @param like of one for an environment that joined a group: the delivery that it is to have too
 * @param campaign the campaign that it belongs to
 */
public record MadeBy(
    MadeByKind kind,
    Optional<String> trigger,
    Optional<Actor> actor,
    Optional<Integer> to,
    Optional<String> confirmed,
    Optional<String> like,
    Optional<String> campaign) {}
