/**
 * Fault scenarios: something fixed happens at a fixed moment, all laws are held, and the end is
 * stated. Their numbers are those of docs/laws.md.
 */
@NullMarked
package dev.slipway.simulator.scenario;

import org.jspecify.annotations.NullMarked;
