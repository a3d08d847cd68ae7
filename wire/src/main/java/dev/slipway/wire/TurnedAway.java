package dev.slipway.wire;

import java.time.Instant;

/**
 * Messages that were refused at an address since the server was started; no entry is made of them.
 *
 * @param last when, the last time
 * @param code why, the last time
 */
public record TurnedAway(long times, Instant last, String code) {}
