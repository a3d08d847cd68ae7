package dev.slipway.engine.fold;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.Reason;
import dev.slipway.model.Sha;
import dev.slipway.model.entry.ApplicationRemoved;
import dev.slipway.model.entry.CheckReported;
import dev.slipway.model.entry.ChecksRead;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.guardrail.Check;
import dev.slipway.model.guardrail.CheckName;
import java.time.Instant;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/** What checks of commits came to, by application. */
public record Checks(PMap<ApplicationName, OfApplication> byApplication) {

  /** Of more commits, those first heard of are forgotten. */
  public static final int COMMITS_MAX = 1000;

  static final Checks NONE = new Checks(HashTreePMap.empty());

  /** The checks of one application; its commits in the order in which they were first heard of. */
  public record OfApplication(PMap<Sha, OfCommit> commits, PVector<Sha> order) {}

  /**
   * The checks of one commit.
   *
   * @param unread why they could not be read where they are kept, the last time
   */
  public record OfCommit(PSortedMap<CheckName, Reported> checks, Optional<Reason> unread) {
    static final OfCommit UNKNOWN = new OfCommit(TreePMap.empty(), Optional.empty());
  }

  /**
   * A check, and when it was heard of last.
   *
   * @param read whether it was read where it is kept; else somebody said so
   */
  public record Reported(Check check, Instant heard, boolean read) {}

  /** The checks of one commit, by name. */
  public PSortedMap<CheckName, Reported> of(ApplicationName application, Sha sha) {
    return commit(application, sha).checks();
  }

  /** Why the checks of a commit could not be read, the last time. */
  public Optional<Reason> unread(ApplicationName application, Sha sha) {
    return commit(application, sha).unread();
  }

  Checks with(CheckReported entry, Recorded recorded) {
    OfCommit before = commit(entry.application(), entry.sha());
    Reported reported = new Reported(entry.check(), recorded.at(), false);
    return with(
        entry.application(),
        entry.sha(),
        new OfCommit(before.checks().plus(entry.check().name(), reported), before.unread()));
  }

  Checks with(ChecksRead entry, Recorded recorded) {
    PSortedMap<CheckName, Reported> checks = of(entry.application(), entry.sha());
    for (Check check : entry.checks()) {
      checks = checks.plus(check.name(), new Reported(check, recorded.at(), true));
    }
    return with(entry.application(), entry.sha(), new OfCommit(checks, entry.unread()));
  }

  Checks with(ApplicationRemoved entry) {
    return new Checks(byApplication.minus(entry.application()));
  }

  private Checks with(ApplicationName application, Sha sha, OfCommit commit) {
    OfApplication before = all(application);
    PVector<Sha> order =
        before.commits().containsKey(sha) ? before.order() : before.order().plus(sha);
    PMap<Sha, OfCommit> commits = before.commits().plus(sha, commit);
    OfApplication after =
        order.size() > COMMITS_MAX
            ? new OfApplication(commits.minus(order.getFirst()), order.minus(0))
            : new OfApplication(commits, order);
    return new Checks(byApplication.plus(application, after));
  }

  private OfCommit commit(ApplicationName application, Sha sha) {
    return all(application).commits().getOrDefault(sha, OfCommit.UNKNOWN);
  }

  private OfApplication all(ApplicationName application) {
    return byApplication.getOrDefault(
        application, new OfApplication(HashTreePMap.empty(), TreePVector.empty()));
  }
}
