/**
 * Secrets that the server keeps and only the agents of an environment can open: the key that they
 * share, how a newcomer gets it, and what was sealed to it.
 */
@NullMarked
package dev.slipway.agent.sealed;

import org.jspecify.annotations.NullMarked;
