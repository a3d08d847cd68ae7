/**
 * A client of container registries, by the protocol that all of them speak. What a registry says is
 * believed only where its digest says so too, and no credential leaves the host that it is for.
 */
@NullMarked
package dev.slipway.registry;

import org.jspecify.annotations.NullMarked;
