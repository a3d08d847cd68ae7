/** Which of an image's tags is meant. Pure: tags in, a tag out. */
@NullMarked
package dev.slipway.registry.select;

import org.jspecify.annotations.NullMarked;
