/** What outlets are tried with. */
@NullMarked
package dev.slipway.outlet.contract;

import org.jspecify.annotations.NullMarked;
