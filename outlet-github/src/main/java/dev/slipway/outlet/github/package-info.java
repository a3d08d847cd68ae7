/** Statuses of commits at GitHub. */
@NullMarked
package dev.slipway.outlet.github;

import org.jspecify.annotations.NullMarked;
