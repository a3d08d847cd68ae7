package dev.slipway.engine.guardrail;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Told;
import dev.slipway.engine.fold.Checks.Reported;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.entry.ChecksRead;
import dev.slipway.model.guardrail.Check;
import dev.slipway.model.guardrail.CheckName;
import dev.slipway.model.guardrail.CheckState;
import dev.slipway.model.guardrail.Juncture;
import dev.slipway.model.need.Answer;
import dev.slipway.model.need.Need;
import dev.slipway.model.state.Artifact;
import dev.slipway.model.state.Change;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Reads what checks came to where they are kept, before anything is judged by them: at its turns
 * while one is not green, and whenever a rollout could go on by what was read more than a turn ago.
 * Only what is something else than known is written; where nobody reads checks, nothing is.
 */
public final class CheckReading {

  private CheckReading() {}

  /** Where a change came from; its checks are kept there. */
  public static RepositoryUrl repository(Change change) {
    return switch (change.artifact()) {
      case Artifact.CommitArchive archive -> archive.repository();
    };
  }

  /** The checks that a rollout is to have green, at whatever juncture. */
  public static Set<CheckName> names(Deliberation d, RolloutState rollout) {
    return asked(d, rollout).stream().map(Asked::name).collect(Collectors.toSet());
  }

  /** Reads what is judged at some junctures; when it is read again, unless something happens. */
  static Optional<Instant> look(Deliberation d, RolloutState rollout, List<Juncture> at) {
    List<Asked> asked =
        asked(d, rollout).stream()
            .filter(one -> at.contains(one.at()))
            .filter(one -> Bypassing.of(rollout, one.guardrail()).isEmpty())
            .toList();
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    ApplicationName application = rollout.delivery().id().placement().application();
    Change change = rollout.delivery().change();
    CheckTimes.Turn turn =
        CheckTimes.turn(CheckTimes.begun(rollout, asked.getFirst().at()), d.now());
    Need.ChecksOf need =
        new Need.ChecksOf(
            repository(change), change.sha(), since(d, rollout, asked, turn, application));
    Told<Answer.Checks> told = Told.checks(d, need, CheckTimes.MOST);
    Set<CheckName> names = asked.stream().map(Asked::name).collect(Collectors.toSet());
    take(d, application, change.sha(), names, told);
    SortedMap<CheckName, Reported> known = d.checks(application, change.sha());
    return told instanceof Told.Unusable<Answer.Checks>
            || asked.stream().allMatch(one -> isGreen(known, one.name()))
        ? Optional.empty()
        : Optional.of(turn.next());
  }

  /** Writes what was read, where it is news. */
  public static void take(
      Deliberation d,
      ApplicationName application,
      Sha sha,
      Set<CheckName> names,
      Told<Answer.Checks> told) {
    SortedMap<CheckName, Reported> known = d.checks(application, sha);
    Optional<Reason> unread = d.world().checks().unread(application, sha);
    switch (told) {
      case Told.Known<Answer.Checks> read -> {
        List<Check> news =
            read.answer().checks().stream()
                .filter(check -> names.contains(check.name()))
                .filter(check -> isNews(check, Optional.ofNullable(known.get(check.name()))))
                .toList();
        if (!news.isEmpty() || unread.isPresent()) {
          d.write(new ChecksRead(application, sha, news, Optional.empty()));
        }
      }
      case Told.Unavailable<Answer.Checks>(Reason because) -> {
        if (unread.map(Reason::code).filter(because.code()::equals).isEmpty()) {
          d.write(new ChecksRead(application, sha, List.of(), Optional.of(because)));
        }
      }
      case Told.Unusable<Answer.Checks> _, Told.Open<Answer.Checks> _ -> {}
    }
  }

  /** What whoever runs it says of its progress is no news; what was only reported is, once. */
  private static boolean isNews(Check check, Optional<Reported> known) {
    return known
        .filter(Reported::read)
        .map(Reported::check)
        .filter(it -> it.state() == check.state() && it.url().equals(check.url()))
        .isEmpty();
  }

  private static boolean isGreen(SortedMap<CheckName, Reported> known, CheckName name) {
    return Optional.ofNullable(known.get(name))
        .filter(it -> it.check().state() == CheckState.SUCCESS)
        .isPresent();
  }

  /** At its deadline a check is read once more. */
  private static Instant since(
      Deliberation d,
      RolloutState rollout,
      List<Asked> asked,
      CheckTimes.Turn turn,
      ApplicationName application) {
    SortedMap<CheckName, Reported> known = d.checks(application, rollout.delivery().change().sha());
    return asked.stream()
        .map(one -> CheckTimes.deadline(rollout, one, Optional.ofNullable(known.get(one.name()))))
        .filter(deadline -> !deadline.isAfter(d.now()) && deadline.isAfter(turn.last()))
        .max(Instant::compareTo)
        .orElseGet(turn::last);
  }

  private static Collection<Asked> asked(Deliberation d, RolloutState rollout) {
    return d.world()
        .deliveries()
        .shipments()
        .bringing(rollout.delivery().shipment())
        .map(shipment -> Asked.of(d, rollout, shipment))
        .orElseGet(List::of);
  }
}
