/** The way to the server: its address, its token, its requests, pages and changes. */
@NullMarked
package dev.slipway.cli.server;

import org.jspecify.annotations.NullMarked;
