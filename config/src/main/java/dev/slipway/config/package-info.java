/**
 * Documents to definitions, with the line and column of every mistake. The one door is {@link
 * dev.slipway.config.Documents}; everything here is pure.
 */
@NullMarked
package dev.slipway.config;

import org.jspecify.annotations.NullMarked;
