/** Whether a run of a CI system is one that somebody trusts. */
@NullMarked
package dev.slipway.engine.trust;

import org.jspecify.annotations.NullMarked;
