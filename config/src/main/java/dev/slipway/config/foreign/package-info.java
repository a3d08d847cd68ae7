/**
 * What other systems' files say, as documents of ours: what was understood, and of everything else
 * where it stands and what to do instead. The one door is {@link
 * dev.slipway.config.foreign.Foreign}; everything here is pure.
 */
@NullMarked
package dev.slipway.config.foreign;

import org.jspecify.annotations.NullMarked;
