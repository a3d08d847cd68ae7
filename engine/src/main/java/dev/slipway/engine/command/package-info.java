/** What follows from the wishes of people. */
@NullMarked
package dev.slipway.engine.command;

import org.jspecify.annotations.NullMarked;
