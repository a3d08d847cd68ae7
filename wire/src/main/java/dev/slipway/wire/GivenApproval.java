package dev.slipway.wire;

import java.time.Instant;

/**
 * An approval.
 *
 * @param self whether its giver had a part in the change or asked for it
 * @param until when it counts no more
 * @param counts whether it counts now
 */
public record GivenApproval(Actor by, boolean self, Instant at, Instant until, boolean counts) {}
