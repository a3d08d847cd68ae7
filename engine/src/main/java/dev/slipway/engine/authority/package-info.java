/** Who may do what. */
@NullMarked
package dev.slipway.engine.authority;

import org.jspecify.annotations.NullMarked;
