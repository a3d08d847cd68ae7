/** Trees that obey the table of keys to the model's definitions: what no table can say is here. */
@NullMarked
package dev.slipway.config.read;

import org.jspecify.annotations.NullMarked;
