/**
 * Commands that deploy. A command is run once per order in a fresh workspace, under a supervisor
 * that outlives the agent.
 */
@NullMarked
package dev.slipway.runtime.command;

import org.jspecify.annotations.NullMarked;
