/** Annotations of a Grafana. */
@NullMarked
package dev.slipway.outlet.grafana;

import org.jspecify.annotations.NullMarked;
