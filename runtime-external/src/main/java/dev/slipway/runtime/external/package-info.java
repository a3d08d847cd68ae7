/**
 * Runtimes of the team's own: one program says whether all is as it should be, another makes it so.
 */
@NullMarked
package dev.slipway.runtime.external;

import org.jspecify.annotations.NullMarked;
