/** Releases and deploys of Sentry. */
@NullMarked
package dev.slipway.outlet.sentry;

import org.jspecify.annotations.NullMarked;
