/** Events of Datadog. */
@NullMarked
package dev.slipway.outlet.datadog;

import org.jspecify.annotations.NullMarked;
