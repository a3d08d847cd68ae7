/** The complete states that lie between what is held and what is wanted. */
@NullMarked
package dev.slipway.engine.strategy;

import org.jspecify.annotations.NullMarked;
