/** What must hold before a delivery starts: verdicts, and the locks that people set. */
@NullMarked
package dev.slipway.model.guardrail;

import org.jspecify.annotations.NullMarked;
