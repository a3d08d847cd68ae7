/**
 * The one way out to addresses that people wrote. What it must not reach, it does not connect to,
 * whatever a name, a number or a redirect says.
 */
@NullMarked
package dev.slipway.outbound;

import org.jspecify.annotations.NullMarked;
