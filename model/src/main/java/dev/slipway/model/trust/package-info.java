/**
 * Whom of outside Slipway lets in on another's word: runs of CI systems, by their signed tokens.
 */
@NullMarked
package dev.slipway.model.trust;

import org.jspecify.annotations.NullMarked;
