package dev.slipway.wire;

import java.time.Instant;

/** A commit in short. Its words are its author's. */
public record Commit(String sha, String subject, String author, Instant at) {}
