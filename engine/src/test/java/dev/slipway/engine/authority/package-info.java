/** Who may do what, as a table. */
@NullMarked
package dev.slipway.engine.authority;

import org.jspecify.annotations.NullMarked;
