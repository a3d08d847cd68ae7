/** What keeps the house as it is described; every breach says what to do instead. */
@NullMarked
package dev.slipway.rules;

import org.jspecify.annotations.NullMarked;
