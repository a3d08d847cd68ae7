/**
 * How records, sealed families and the few leaf types of the model look as JSON. Other rooms use
 * the codecs beside this package instead.
 */
@NullMarked
package dev.slipway.codec.shape;

import org.jspecify.annotations.NullMarked;
