package dev.slipway.wire;

import java.time.Instant;

/**
 * What the owner of a resource was asked for, once.
 *
 * @param application whose delivery waited for it first
 * @param met whether the resource is at that version there, or beyond it
 */
public record ResourceAsked(
    String environment, String wanted, String application, int number, Instant at, boolean met) {}
