/**
 * What should run: artifacts, releases, the desired state of one application in one environment.
 */
@NullMarked
package dev.slipway.model.state;

import org.jspecify.annotations.NullMarked;
