/** Whether news make a shipment. */
@NullMarked
package dev.slipway.engine.trigger;

import org.jspecify.annotations.NullMarked;
