package dev.slipway.wire;

import java.time.Instant;
import java.util.Optional;

/**
 * A commit in short. Its words are its author's.
 *
 * @param undoneBy which of the commits that it is told with takes it back
 * @param pullRequest which one brought it, where its message says so
 */
public record Commit(
    String sha,
    String subject,
    String author,
    Instant at,
    Optional<String> undoneBy,
    Optional<PullRequest> pullRequest) {}
