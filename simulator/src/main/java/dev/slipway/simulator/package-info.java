/**
 * One server, two agents and their surroundings in virtual time: the real engine, loop, agent and
 * ledger over simulated ports. One run is one seed, and replays exactly.
 */
@NullMarked
package dev.slipway.simulator;

import org.jspecify.annotations.NullMarked;
