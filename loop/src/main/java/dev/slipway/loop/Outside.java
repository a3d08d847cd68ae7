package dev.slipway.loop;

import dev.slipway.source.CommitChecks;
import dev.slipway.source.ImageRegistries;
import dev.slipway.source.Repository;

/** Whom the loop asks outside, each of them a port. */
public record Outside(Repository repository, CommitChecks checks, ImageRegistries images) {

  /** Repositories alone: no checks are read, and no registry is asked. */
  public Outside(Repository repository) {
    this(repository, CommitChecks.NONE, ImageRegistries.NONE);
  }
}
