package dev.slipway.loop.fleet;

import dev.slipway.ledger.Directory;
import dev.slipway.ledger.JoinShown;
import dev.slipway.ledger.JoinShown.Join;
import dev.slipway.loop.door.Agents.Admission;
import dev.slipway.loop.door.Agents.Applicant;
import dev.slipway.loop.door.Agents.Enrolled;
import dev.slipway.loop.door.Commands;
import dev.slipway.loop.keeper.Refusals;
import dev.slipway.model.ActorId;
import dev.slipway.model.Reason;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.observation.Report;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Lets agents in on the word of join tokens, and keeps each at its own target. Whoever shows one
 * that is no good is told why, and it is written down where the token says whose it was; a token
 * that nobody made leaves no entry, for anybody can send those. Thread-safe.
 */
public final class Admissions {

  private static final String WHAT = "EnrolAgent";

  private final Directory directory;
  private final Commands commands;
  private final Refusals refusals;
  private final InstantSource clock;
  private final Supplier<ActorId> identities;

  public Admissions(
      Directory directory,
      Commands commands,
      Refusals refusals,
      InstantSource clock,
      Supplier<ActorId> identities) {
    this.directory = directory;
    this.commands = commands;
    this.refusals = refusals;
    this.clock = clock;
    this.identities = identities;
  }

  CompletionStage<Admission> judge(Applicant applicant) {
    return switch (directory.takeJoin(
        applicant.joinTokenHash(), clock.instant(), target -> isWanted(target, applicant))) {
      case JoinShown.Taken taken -> admit(taken.join(), applicant);
      case JoinShown.Used used ->
          refuse(
              used.join(),
              "join-token-used",
              "The join token for %s was used before; make another, and find out who used it.");
      case JoinShown.Expired expired ->
          refuse(
              expired.join(),
              "join-token-expired",
              "The join token for %s has expired; make another.");
      case JoinShown.Elsewhere elsewhere ->
          refuse(
              elsewhere.join(),
              "join-token-elsewhere",
              "The join token is for %s; make one for the target that is meant.");
      case JoinShown.Unknown _ -> refuseUnknown();
    };
  }

  /** Why an agent may not report this; empty when all of it is about its own target. */
  Optional<Reason> refusal(Enrolled agent, List<Report> reports) {
    boolean foreign =
        reports.stream().anyMatch(report -> !report.slot().target().equals(agent.target()));
    if (!foreign) {
      return Optional.empty();
    }
    Reason because =
        new Reason(
            "not-your-target",
            "The agent of %s reported on another target; nothing of it was taken."
                .formatted(agent.target()));
    refusals.refused(agent.organisation(), agent.agent(), "Report", because);
    return Optional.of(because);
  }

  private static boolean isWanted(TargetId target, Applicant applicant) {
    return applicant.environment().stream().allMatch(target.environment()::equals)
        && applicant.target().stream().allMatch(target.target()::equals);
  }

  private CompletionStage<Admission> admit(Join join, Applicant applicant) {
    Enrolled enrolled =
        new Enrolled(join.organisation(), identities.get(), join.target(), applicant.key());
    return commands
        .submit(
            enrolled.organisation(),
            ActorId.SLIPWAY,
            "enrol " + enrolled.agent(),
            new Command.EnrolAgent(enrolled.agent(), enrolled.target(), enrolled.key()))
        .thenApply(carried ->
            switch (carried.settlement()) {
              case Settlement.Followed _ -> new Admission.Admitted(enrolled);
              case Settlement.NothingFollows nothing -> new Admission.Refused(nothing.because());
              case Settlement.Refused refused -> new Admission.Refused(refused.because());
            });
  }

  private CompletionStage<Admission> refuse(Join join, String code, String sentence) {
    Reason because = new Reason(code, sentence.formatted(join.target()));
    refusals.refused(join.organisation(), ActorId.STRANGER, WHAT, because);
    return CompletableFuture.completedStage(new Admission.Refused(because));
  }

  private static CompletionStage<Admission> refuseUnknown() {
    return CompletableFuture.completedStage(
        new Admission.Refused(
            new Reason(
                "join-token-unknown",
                "This join token is not known here; make one with slipway target join-token.")));
  }
}
