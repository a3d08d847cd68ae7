/**
 * Hides what must not leave a target. A mask is as long as what it hides, so every byte of a log
 * keeps its offset, and which bytes are hidden does not depend on how a log is cut into chunks.
 */
@NullMarked
package dev.slipway.agent.mask;

import org.jspecify.annotations.NullMarked;
