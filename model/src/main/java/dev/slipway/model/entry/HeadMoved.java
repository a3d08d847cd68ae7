package dev.slipway.model.entry;

import dev.slipway.model.RefName;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A ref of a repository points elsewhere than before; {@code n} counts its moves from 1, so that A,
 * B, A are three moves.
 */
public record HeadMoved(RepositoryUrl repository, RefName ref, long n, Sha sha, Instant readAt)
    implements Entry {

  public HeadMoved {
    readAt = readAt.truncatedTo(ChronoUnit.MILLIS);
  }
}
