/** What guardrails make of words that stand in several documents. */
@NullMarked
package dev.slipway.engine.guardrail;

import org.jspecify.annotations.NullMarked;
