/** CloudEvents that hold CDEvents. */
@NullMarked
package dev.slipway.outlet.cdevents;

import org.jspecify.annotations.NullMarked;
