package dev.slipway.engine.command;

import dev.slipway.engine.authority.Authority;
import dev.slipway.engine.authority.Judgement;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.deliberation.Told;
import dev.slipway.engine.fold.ApplicationState;
import dev.slipway.engine.guardrail.Needs;
import dev.slipway.engine.intake.Along;
import dev.slipway.engine.intake.Baseline;
import dev.slipway.engine.intake.Implied;
import dev.slipway.engine.layer.Harmony;
import dev.slipway.engine.layer.Unsealed;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Reason;
import dev.slipway.model.RefName;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Scope;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.entry.ApplicationDefined;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.need.Answer;
import dev.slipway.model.need.Need;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An application comes in whose definition lies on a branch of its repository. What the branch
 * holds now is in force; nothing is shipped until something moves.
 */
final class AddApplicationRule {

  private AddApplicationRule() {}

  static Optional<Settlement> decide(Deliberation d, Command.AddApplication add) {
    return switch (Told.commit(d, new Need.CommitOf(add.repository(), add.branch()))) {
      case Told.Open<Answer.Commit> _ -> Settlements.open();
      case Told.Unusable<Answer.Commit>(Reason because) -> Settlements.refused(because);
      case Told.Unavailable<Answer.Commit>(Reason because) -> tryAgain(because);
      case Told.Known<Answer.Commit> commit -> withCommit(d, add, commit);
    };
  }

  private static Optional<Settlement> withCommit(
      Deliberation d, Command.AddApplication add, Told.Known<Answer.Commit> commit) {
    Optional<RefName> branch = commit.answer().ref().filter(ref -> ref.branch().isPresent());
    if (branch.filter(RefName::isAutomatable).isEmpty()) {
      return Settlements.refused(
          "not-a-branch", "An application is defined by a branch that automation may act on.");
    }
    RefName ref = branch.orElseThrow();
    Need.SourceAt need =
        new Need.SourceAt(add.repository(), commit.answer().sha(), Optional.of(add.path()));
    return switch (Told.source(d, need)) {
      case Told.Open<Answer.Source> _ -> Settlements.open();
      case Told.Unusable<Answer.Source>(Reason because) -> Settlements.refused(because);
      case Told.Unavailable<Answer.Source>(Reason because) -> tryAgain(because);
      case Told.Known<Answer.Source> read when read.answer().definition().isEmpty() ->
          Settlements.refused(
              "no-definition", "There is no definition at %s.".formatted(add.path()));
      case Told.Known<Answer.Source> read ->
          withDefinition(
              d,
              new ApplicationDefined(
                  Along.of(
                      d,
                      read.answer().definition().orElseThrow().from(Optional.of(add.repository()))),
                  new Origin.Commit(commit.answer().sha()),
                  Optional.of(ref),
                  add.path()),
              new Baseline.Pinned(ref, commit.answer().sha(), commit.at()));
    };
  }

  private static Optional<Settlement> withDefinition(
      Deliberation d, ApplicationDefined defined, Baseline.Pinned head) {
    ApplicationName name = defined.definition().name();
    RepositoryUrl repository = defined.definition().repository().orElseThrow();
    Scope scope = new Scope.OfApplication(name);
    if (Authority.mayDeclare(d.organisationWide(), d.actor(), scope)
        instanceof Judgement.Refused(Reason because)) {
      return Settlements.refused(because);
    }
    Optional<ApplicationState> known = d.application(name);
    if (known.filter(k -> !isFrom(k, repository)).isPresent()) {
      return Settlements.refused(
          "application-exists",
          "%s comes from another repository already; remove it first.".formatted(name));
    }
    if (known.filter(k -> isSame(k, defined)).isPresent()) {
      return Settlements.nothing("unchanged", "%s is defined exactly so.".formatted(name));
    }
    Optional<Reason> astray = Along.refusal(d, defined.definition());
    if (astray.isPresent()) {
      return Settlements.refused(astray.orElseThrow());
    }
    Optional<Reason> circle = Needs.circle(d, defined.definition());
    if (circle.isPresent()) {
      return Settlements.refused(circle.orElseThrow());
    }
    Optional<Reason> discord =
        Harmony.refusal(d, defined.definition(), defined.definition().route());
    if (discord.isPresent()) {
      return Settlements.refused(discord.orElseThrow());
    }
    Optional<Settlement> unread = baseline(d, repository, head);
    if (unread.isPresent() || d.isAsking()) {
      return unread;
    }
    d.write(defined);
    Implied.environments(d, defined.definition());
    return Settlements.followed(
        "application-added",
        "%s follows %s of %s.%s"
            .formatted(name, head.ref(), repository, Unsealed.remark(d.world(), Stream.of(name))));
  }

  /** Takes the heads of a repository that is new here; says so when they cannot be read. */
  private static Optional<Settlement> baseline(
      Deliberation d, RepositoryUrl repository, Baseline.Pinned head) {
    if (!Baseline.isNew(d, repository)) {
      return Optional.empty();
    }
    return switch (Baseline.take(d, repository, Optional.of(head))) {
      case Told.Open<Answer.Heads> _, Told.Known<Answer.Heads> _ -> Optional.empty();
      case Told.Unusable<Answer.Heads>(Reason because) -> Settlements.refused(because);
      case Told.Unavailable<Answer.Heads>(Reason because) -> tryAgain(because);
    };
  }

  private static boolean isFrom(ApplicationState known, RepositoryUrl repository) {
    return known.definition().repository().filter(repository::equals).isPresent();
  }

  private static boolean isSame(ApplicationState known, ApplicationDefined defined) {
    return known.definition().equals(defined.definition())
        && known.branch().equals(defined.branch())
        && known.path().equals(defined.path());
  }

  private static Optional<Settlement> tryAgain(Reason because) {
    return Settlements.refused(Settlements.unavailable(because, "Try again later."));
  }
}
