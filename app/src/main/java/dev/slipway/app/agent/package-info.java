/**
 * Agents in the server's process, one per local target, each speaking the same protocol as any
 * other.
 */
@NullMarked
package dev.slipway.app.agent;

import org.jspecify.annotations.NullMarked;
