/** Images of containers: where they lie, and which of them is meant. Pure: tags in, a tag out. */
@NullMarked
package dev.slipway.model.image;

import org.jspecify.annotations.NullMarked;
