package dev.slipway.model.entry;

import dev.slipway.model.RefName;
import dev.slipway.model.RepositoryUrl;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A ref of a repository is no more; counted as a move. */
public record HeadGone(RepositoryUrl repository, RefName ref, long n, Instant readAt)
    implements Entry {

  public HeadGone {
    readAt = readAt.truncatedTo(ChronoUnit.MILLIS);
  }
}
