/** Those who live in a town, and what befalls it: each kind registers what it makes happen. */
@NullMarked
package dev.slipway.simulator.people;

import org.jspecify.annotations.NullMarked;
