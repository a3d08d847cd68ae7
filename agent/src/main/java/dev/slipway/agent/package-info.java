/**
 * Acts at one target: takes orders, has adapters carry them out, keeps what they made, and reports.
 * Everything happens on one logical thread, and all time, chance and I/O come through ports.
 */
@NullMarked
package dev.slipway.agent;

import org.jspecify.annotations.NullMarked;
