package dev.slipway.loop;

import dev.slipway.outlet.PullRequestNote;
import dev.slipway.source.CommitChecks;
import dev.slipway.source.Deployments;
import dev.slipway.source.ImageRegistries;
import dev.slipway.source.PullRequests;
import dev.slipway.source.Repository;

/**
 * Whom the loop asks outside, each of them a port.
 *
 * @param note words what is said at pull requests
 */
public record Outside(
    Repository repository,
    CommitChecks checks,
    ImageRegistries images,
    Deployments deployments,
    PullRequests pulls,
    PullRequestNote note) {

  /** Nobody says anything at pull requests. */
  public Outside(
      Repository repository, CommitChecks checks, ImageRegistries images, Deployments deployments) {
    this(repository, checks, images, deployments, PullRequests.NONE, PullRequestNote.NONE);
  }

  /** Repositories alone: no checks are read, and neither registries nor Git hosts are asked. */
  public Outside(Repository repository) {
    this(repository, CommitChecks.NONE, ImageRegistries.NONE, Deployments.NONE);
  }

  /** The same, with these repositories. */
  Outside reading(Repository repositories) {
    return new Outside(repositories, checks, images, deployments, pulls, note);
  }
}
