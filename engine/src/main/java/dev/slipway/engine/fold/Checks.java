package dev.slipway.engine.fold;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.Sha;
import dev.slipway.model.entry.ApplicationRemoved;
import dev.slipway.model.entry.CheckReported;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.guardrail.Check;
import dev.slipway.model.guardrail.CheckName;
import java.time.Instant;
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
  public record OfApplication(
      PMap<Sha, PSortedMap<CheckName, Reported>> commits, PVector<Sha> order) {}

  /** A check, and when it was heard of last. */
  public record Reported(Check check, Instant heard) {}

  /** The checks of one commit, by name. */
  public PSortedMap<CheckName, Reported> of(ApplicationName application, Sha sha) {
    return all(application).commits().getOrDefault(sha, TreePMap.empty());
  }

  Checks with(CheckReported entry, Recorded recorded) {
    OfApplication before = all(entry.application());
    PVector<Sha> order =
        before.commits().containsKey(entry.sha())
            ? before.order()
            : before.order().plus(entry.sha());
    Reported reported = new Reported(entry.check(), recorded.at());
    PMap<Sha, PSortedMap<CheckName, Reported>> commits =
        before
            .commits()
            .plus(
                entry.sha(),
                of(entry.application(), entry.sha()).plus(entry.check().name(), reported));
    OfApplication after =
        order.size() > COMMITS_MAX
            ? new OfApplication(commits.minus(order.getFirst()), order.minus(0))
            : new OfApplication(commits, order);
    return new Checks(byApplication.plus(entry.application(), after));
  }

  Checks with(ApplicationRemoved entry) {
    return new Checks(byApplication.minus(entry.application()));
  }

  private OfApplication all(ApplicationName application) {
    return byApplication.getOrDefault(
        application, new OfApplication(HashTreePMap.empty(), TreePVector.empty()));
  }
}
