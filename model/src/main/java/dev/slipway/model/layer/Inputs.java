package dev.slipway.model.layer;

import dev.slipway.model.definition.Origin;

/**
 * Which revisions of documents a shipment was made from; they are pinned with it.
 *
 * @param application where its application's own document came from
 * @param path where in its repository that lies; empty when it was applied
 */
public record Inputs(Origin application, String path) {}
