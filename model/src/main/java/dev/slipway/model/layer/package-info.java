/** The values that documents of several owners give services, each with where it was written. */
@NullMarked
package dev.slipway.model.layer;

import org.jspecify.annotations.NullMarked;
