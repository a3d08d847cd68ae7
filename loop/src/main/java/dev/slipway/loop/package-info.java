/**
 * Time and concurrency of the server: what arrives is remembered, decided, written and sent, each
 * in its turn.
 */
@NullMarked
package dev.slipway.loop;

import org.jspecify.annotations.NullMarked;
