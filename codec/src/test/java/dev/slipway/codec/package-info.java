/** What is written down today can be read for ever. */
@NullMarked
package dev.slipway.codec;

import org.jspecify.annotations.NullMarked;
