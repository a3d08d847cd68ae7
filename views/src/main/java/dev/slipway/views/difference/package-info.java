/** What two deliveries of a placement have not in common. Pure. */
@NullMarked
package dev.slipway.views.difference;

import org.jspecify.annotations.NullMarked;
