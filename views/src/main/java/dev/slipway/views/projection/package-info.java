/** How entries change rows: one small class per table. */
@NullMarked
package dev.slipway.views.projection;

import org.jspecify.annotations.NullMarked;
