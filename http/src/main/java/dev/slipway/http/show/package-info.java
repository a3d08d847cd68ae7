/** Rows and values of the model as wire records. Stateless. */
@NullMarked
package dev.slipway.http.show;

import org.jspecify.annotations.NullMarked;
