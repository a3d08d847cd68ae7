/** Waiting for a delivery or a shipment, across lost connections and restarts of the server. */
@NullMarked
package dev.slipway.cli.follow;

import org.jspecify.annotations.NullMarked;
