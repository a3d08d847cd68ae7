/** The client against a server that holds it strictly to the contract. */
@NullMarked
package dev.slipway.cli;

import org.jspecify.annotations.NullMarked;
