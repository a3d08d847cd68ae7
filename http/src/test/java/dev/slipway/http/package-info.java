/** The server over real sockets, with the real loop and memory that forgets. */
@NullMarked
package dev.slipway.http;

import org.jspecify.annotations.NullMarked;
