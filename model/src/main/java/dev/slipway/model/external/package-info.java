/** Deployments that other tools made, as they were told of. */
@NullMarked
package dev.slipway.model.external;

import org.jspecify.annotations.NullMarked;
