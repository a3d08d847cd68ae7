package dev.slipway.model.need;

import java.time.Instant;

/** An answer with the time at which it was obtained. */
public record Fact(Need need, Answer answer, Instant at) {}
