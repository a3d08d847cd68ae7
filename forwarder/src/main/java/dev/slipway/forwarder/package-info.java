/**
 * A small proxy of a host: services keep their addresses here while the processes behind them come
 * and go. It is a program of its own and outlives whoever started it. What it does is said by files
 * in one folder, and what it has done stands in others; see {@link
 * dev.slipway.forwarder.routes.ForwarderFolder}.
 */
@NullMarked
package dev.slipway.forwarder;

import org.jspecify.annotations.NullMarked;
