package dev.slipway.engine.rollout;

import dev.slipway.engine.fold.EnvironmentState;
import dev.slipway.engine.fold.MemberState;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.fold.TargetState;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Reason;
import dev.slipway.model.TargetName;
import dev.slipway.model.definition.Stay;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts what keeps a rollout into words, each with its way out where there is one. */
final class Wordings {

  /** The code of the reason why nothing goes on when nobody said so in time. */
  private static final String UNDECIDED = "undecided";

  private static final int NAMED_MAX = 5;

  private Wordings() {}

  static NextMove noMembers(DeliveryId id) {
    return new NextMove.Stuck(
        new Reason(
            "no-members",
            "%s has no target that could hold the delivery. Declare one, or allow the environment to be empty."
                .formatted(id.placement().environment())),
        "slipway apply TARGET.yaml");
  }

  static NextMove allPaused(DeliveryId id) {
    return new NextMove.Wait(
        new Reason(
            "targets-paused",
            "Every target of %1$s is paused. To have one in use again: slipway target resume %1$s TARGET."
                .formatted(id.placement().environment())),
        Optional.empty());
  }

  static Reason failed(List<MemberState> members) {
    MemberState first = members.getFirst();
    String why = first.because().map(Reason::sentence).orElse("It did not say why.");
    String code = first.because().map(Reason::code).orElse("member-failed");
    return new Reason(code, "%s failed: %s".formatted(names(members), why));
  }

  static NextMove unknown(DeliveryId id, List<MemberState> members) {
    String why = members.getFirst().because().map(Reason::sentence).orElse("");
    return new NextMove.Stuck(
        new Reason(
            "unknown-outcome",
            "Nobody knows what became of the order at %s. %s Look, and say what you found."
                .formatted(names(members), why)),
        settle(id, members.getFirst()));
  }

  static NextMove silent(DeliveryId id, List<MemberState> members) {
    return new NextMove.Stuck(silence(members), settle(id, members.getFirst()));
  }

  static Reason silence(List<MemberState> members) {
    return new Reason(
        "silent", "Nothing was heard from %s within the deadline.".formatted(names(members)));
  }

  static NextMove undecided(DeliveryId id, int step, Stay.Decision decision) {
    return switch (decision.otherwise()) {
      case BACK ->
          new NextMove.Fail(
              new Reason(
                  UNDECIDED,
                  "Nobody said in time that it goes on from step %d, so it goes back."
                      .formatted(step)));
      case HALT ->
          new NextMove.Stuck(
              new Reason(
                  UNDECIDED,
                  "Nobody said in time whether it goes on from step %d. To go on: slipway continue %s; to go back: slipway cancel %s."
                      .formatted(step, id, id)),
              "slipway continue %s".formatted(id));
    };
  }

  /** How a cancelled rollout ended; who could not go back is named. */
  static Reason cancelled(List<MemberState> failed) {
    String left =
        failed.isEmpty()
            ? "and its targets are as they were before, but for what commands had done by then."
            : "but %s could not go back: %s".formatted(names(failed), failed(failed).sentence());
    return new Reason("cancelled", "It was cancelled, " + left);
  }

  static NextMove waiting(
      RolloutState rollout, List<MemberState> members, Optional<EnvironmentState> environment) {
    Optional<Instant> until =
        members.stream().map(MemberState::deadline).min(Comparator.naturalOrder());
    List<MemberState> alone =
        members.stream().filter(m -> !hasAgent(m.target(), environment)).toList();
    Reason because =
        alone.isEmpty()
            ? Expected.of(rollout)
            : new Reason(
                "agent-missing",
                "No agent has enrolled at %s yet; see slipway agent join.".formatted(names(alone)));
    return new NextMove.Wait(because, until);
  }

  /** Why nothing is ordered of these; empty where all of them are in use. */
  static Optional<Reason> resting(
      DeliveryId id, Collection<MemberState> members, Optional<EnvironmentState> environment) {
    return members.stream()
        .flatMap(member ->
            environment.flatMap(e -> e.rests(member.target())).stream()
                .map(rests -> rests(id, member.target(), rests)))
        .findFirst();
  }

  private static Reason rests(DeliveryId id, TargetName target, Reason because) {
    return new Reason(
        because.code(),
        "%s To go on with it: slipway target resume %s %s; without it: slipway exclude %s --target %s."
            .formatted(because.sentence(), id.placement().environment(), target, id, target));
  }

  private static boolean hasAgent(TargetName target, Optional<EnvironmentState> environment) {
    return environment.map(e -> e.targets().get(target)).flatMap(TargetState::agent).isPresent();
  }

  private static String settle(DeliveryId id, MemberState member) {
    return "slipway settle %s --target %s --succeeded|--failed|--rerun"
        .formatted(id, member.target());
  }

  private static String names(List<MemberState> members) {
    String named =
        members.stream()
            .limit(NAMED_MAX)
            .map(member -> member.target().value())
            .collect(Collectors.joining(", "));
    int more = members.size() - NAMED_MAX;
    return more > 0 ? "%s and %d more".formatted(named, more) : named;
  }
}
