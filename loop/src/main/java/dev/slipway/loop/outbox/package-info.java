/** What leaves the server for people: who is owed which message, and what became of it. */
@NullMarked
package dev.slipway.loop.outbox;

import org.jspecify.annotations.NullMarked;
