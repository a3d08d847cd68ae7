package dev.slipway.model.need;

import dev.slipway.model.Sha;
import java.time.Instant;
import java.util.Optional;

/**
 * A commit in short. Its words are its author's, and may hold anything.
 *
 * @param subject the first line of its message, 200 characters of it at most
 * @param author the name that it was written under, 80 characters of it at most
 * @param at when it was written, by its author's clock
 * @param undoneBy which of the commits that it was asked for with takes it back
 * @param pullRequest which one brought it, where its message says so
 */
public record Commit(
    Sha sha,
    String subject,
    String author,
    Instant at,
    Optional<Sha> undoneBy,
    Optional<PullRequest> pullRequest) {

  public static final int SUBJECT_LENGTH_MAX = 200;
  public static final int AUTHOR_LENGTH_MAX = 80;
}
