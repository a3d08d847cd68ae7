/** What must hold before a rollout starts, and before its next step. */
@NullMarked
package dev.slipway.engine.guardrail;

import org.jspecify.annotations.NullMarked;
