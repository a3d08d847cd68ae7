/** The command line's client: parses what was asked, asks the server, and shows its answer. */
@NullMarked
package dev.slipway.cli;

import org.jspecify.annotations.NullMarked;
