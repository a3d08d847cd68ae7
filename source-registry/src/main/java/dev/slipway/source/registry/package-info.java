/**
 * Recognises what registries tell of as the hint that it is, and reads back which image is meant.
 */
@NullMarked
package dev.slipway.source.registry;

import org.jspecify.annotations.NullMarked;
