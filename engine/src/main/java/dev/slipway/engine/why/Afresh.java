package dev.slipway.engine.why;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Deliberation.Occasion;
import dev.slipway.engine.fold.Controls;
import dev.slipway.engine.fold.Controls.Breakdown;
import dev.slipway.engine.fold.EnvironmentState;
import dev.slipway.engine.fold.JobRun;
import dev.slipway.engine.fold.Jobs;
import dev.slipway.engine.fold.MemberStage;
import dev.slipway.engine.fold.MemberState;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.fold.Stopover;
import dev.slipway.engine.fold.World;
import dev.slipway.engine.guardrail.Gate;
import dev.slipway.engine.guardrail.Judged;
import dev.slipway.engine.guardrail.Replacements;
import dev.slipway.engine.guardrail.StepGuardrail;
import dev.slipway.engine.guardrail.Way;
import dev.slipway.engine.queue.Train;
import dev.slipway.engine.rollout.JobMoves;
import dev.slipway.engine.rollout.NextMove;
import dev.slipway.engine.rollout.Threshold;
import dev.slipway.engine.why.Explanation.Unmet;
import dev.slipway.model.ActorId;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.Role;
import dev.slipway.model.SourceName;
import dev.slipway.model.TargetName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides one placement afresh and writes nothing, to say what it waits for, who or what can meet
 * it, when at the earliest, and by which exact command.
 */
public final class Afresh {

  /** Of many targets that wait for a person's word, so many are named. */
  private static final int MEMBERS_MAX = 5;

  /** Of many shipments that are held, so many are explained. */
  private static final int HELD_MAX = 5;

  private static final Reason GOES_ON =
      new Reason("about-to-go-on", "Nothing stands in its way; it goes on at the next look.");

  private Afresh() {}

  public static Explanation explain(World world, Placement placement, Instant now) {
    PlacementState at = world.deliveries().placement(placement);
    Optional<RolloutState> active = at.active();
    List<Unmet> unmet =
        active
            .map(rollout -> unmet(world, placement, rollout, now))
            .orElseGet(() -> queued(world, placement, now));
    Reason recorded = Why.of(world, placement).reason();
    return new Explanation(
        active.isPresent() && unmet.isEmpty()
            ? GOES_ON
            : unmet.stream().map(Unmet::because).findFirst().orElse(recorded),
        active.map(rollout -> rollout.delivery().id()),
        unmet);
  }

  /**
   * Where nothing is on its way, what is queued waits for a time, for the end of a pause or a hold,
   * or for what failed to be replaced.
   */
  private static List<Unmet> queued(World world, Placement placement, Instant now) {
    PlacementState at = world.deliveries().placement(placement);
    if (at.queue().isEmpty()) {
      return List.of();
    }
    Stream<Unmet> pause =
        at.controls().pause().stream().map(paused -> paused(placement, paused.reason()));
    Stream<Unmet> holds =
        at.queue().stream()
            .flatMap(queued -> queued.held().stream())
            .limit(HELD_MAX)
            .map(held -> held(placement, held));
    Stream<Unmet> times =
        at.queue().stream()
            .flatMap(queued -> Why.notBefore(world, queued.shipment(), now).stream())
            .sorted()
            .limit(1)
            .map(time -> new Unmet("schedule", Why.scheduled(time), Optional.of(time), List.of()));
    Stream<Unmet> failure =
        Train.breakdown(world, placement).stream()
            .filter(
                down -> at.queue().stream().anyMatch(q -> Why.isBehind(world, down, q.shipment())))
            .map(down -> failed(look(world, now), down));
    return Stream.of(pause, failure, holds, times).flatMap(each -> each).toList();
  }

  private static Unmet failed(Deliberation d, Breakdown down) {
    return new Unmet("failure", Train.reason(down), Optional.empty(), Replacements.ways(d, down));
  }

  private static Deliberation look(World world, Instant now) {
    Occasion look = new Occasion(Optional.empty(), SourceName.COMMANDS, ActorId.SLIPWAY, List.of());
    return new Deliberation(world, look, now);
  }

  private static List<Unmet> unmet(
      World world, Placement placement, RolloutState rollout, Instant now) {
    Deliberation d = look(world, now);
    Optional<EnvironmentState> environment = d.environment(placement.environment());
    List<Unmet> unmet = new ArrayList<>();
    Optional<Controls.Pause> pause = d.placement(placement).controls().pause();
    NextMove move = NextMove.of(d, rollout);
    Threshold.at(rollout, move)
        .ifPresent(ahead ->
            Gate.judge(d, rollout, ahead).stream()
                .filter(judged -> !judged.passes())
                .map(Afresh::unmet)
                .forEach(unmet::add));
    switch (move) {
      case NextMove.Stuck stuck ->
          unmet.add(stuck(rollout, d.placement(placement).jobs(), stuck, now));
      case NextMove.Wait wait
          when pause.filter(it -> it.reason().equals(wait.because())).isPresent() ->
          unmet.add(paused(placement, wait.because()));
      case NextMove.Wait wait -> unmet.add(waiting(rollout, environment, wait));
      case NextMove.Start _,
          NextMove.Order _,
          NextMove.Step _,
          NextMove.RunJob _,
          NextMove.Settle _,
          NextMove.Fail _,
          NextMove.Return _,
          NextMove.Cancelled _ -> {}
    }
    return unmet;
  }

  private static Unmet unmet(Judged judged) {
    return new Unmet(
        judged.guardrail().value(), judged.because(), judged.earliest(), judged.ways());
  }

  private static Unmet paused(Placement placement, Reason because) {
    Way resume =
        new Way(
            Role.DEPLOYER,
            "Whoever may deploy to %s".formatted(placement),
            "slipway resume %s".formatted(placement));
    return new Unmet("pause", because, Optional.empty(), List.of(resume));
  }

  private static Unmet held(Placement placement, PlacementState.HeldBack held) {
    Way letGo =
        new Way(Role.DEPLOYER, "Whoever may deploy to %s".formatted(placement), held.wayOut());
    return new Unmet("hold", held.because(), Optional.empty(), List.of(letGo));
  }

  private static Unmet stuck(RolloutState rollout, Jobs jobs, NextMove.Stuck stuck, Instant now) {
    DeliveryId id = rollout.delivery().id();
    if (Stopover.of(rollout).filter(stop -> stop.isOverdueAt(now)).isPresent()) {
      return new Unmet("decision", stuck.because(), Optional.empty(), StepGuardrail.ways(id));
    }
    Stream<TargetName> targets =
        rollout.members().values().stream()
            .filter(m -> m.stage() == MemberStage.UNKNOWN || m.isSilentAt(now))
            .map(MemberState::target);
    List<Way> settling =
        Stream.concat(JobMoves.inDoubt(rollout, jobs, now).stream().map(JobRun::target), targets)
            .distinct()
            .limit(MEMBERS_MAX)
            .flatMap(target -> Stream.concat(settling(id, target), excluding(rollout, target, now)))
            .toList();
    List<Way> ways =
        settling.isEmpty() ? List.of(new Way(Role.OWNER, owner(id), stuck.wayOut())) : settling;
    return new Unmet("targets", stuck.because(), Optional.empty(), ways);
  }

  /** Where there are others, it can go on without who is silent. */
  private static Stream<Way> excluding(RolloutState rollout, TargetName target, Instant now) {
    DeliveryId id = rollout.delivery().id();
    return Optional.ofNullable(rollout.members().get(target)).stream()
        .filter(member -> member.isSilentAt(now) && rollout.members().size() > 1)
        .map(member -> excluding(id, member.target()));
  }

  private static Stream<Way> settling(DeliveryId id, TargetName target) {
    return Stream.of("--succeeded", "--failed", "--rerun")
        .map(verdict ->
            new Way(
                Role.DEPLOYER,
                "Whoever may deploy to %s, and looked at %s".formatted(id.placement(), target),
                "slipway settle %s --target %s %s".formatted(id, target, verdict)));
  }

  private static Unmet waiting(
      RolloutState rollout, Optional<EnvironmentState> environment, NextMove.Wait wait) {
    DeliveryId id = rollout.delivery().id();
    Stream<Way> joining =
        rollout.members().values().stream()
            .filter(member -> member.stage() == MemberStage.ORDERED)
            .filter(member -> !hasAgent(member, environment))
            .limit(MEMBERS_MAX)
            .map(member ->
                new Way(
                    Role.OWNER,
                    owner(id),
                    "slipway target join-token %s %s"
                        .formatted(id.placement().environment(), member.target())));
    Stream<Way> resuming =
        resting(rollout, environment)
            .limit(MEMBERS_MAX)
            .flatMap(target -> resuming(id, rollout, target));
    return new Unmet(
        "targets", wait.because(), Optional.empty(), Stream.concat(joining, resuming).toList());
  }

  /** Members, or before there are any all targets, of whom nothing new is ordered. */
  private static Stream<TargetName> resting(
      RolloutState rollout, Optional<EnvironmentState> environment) {
    return environment.stream()
        .flatMap(here ->
            rollout.isWaiting()
                ? here.members().isEmpty() ? here.paused().stream() : Stream.empty()
                : rollout.members().keySet().stream()
                    .filter(member -> here.rests(member).isPresent()));
  }

  private static Stream<Way> resuming(DeliveryId id, RolloutState rollout, TargetName target) {
    EnvironmentName here = id.placement().environment();
    Way resume =
        new Way(
            Role.DEPLOYER,
            "Whoever may deploy to %s".formatted(here),
            "slipway target resume %s %s".formatted(here, target));
    return rollout.members().size() > 1
        ? Stream.of(resume, excluding(id, target))
        : Stream.of(resume);
  }

  private static Way excluding(DeliveryId id, TargetName target) {
    return new Way(
        Role.DEPLOYER,
        "Whoever may deploy to %s".formatted(id.placement()),
        "slipway exclude %s --target %s".formatted(id, target));
  }

  private static boolean hasAgent(MemberState member, Optional<EnvironmentState> environment) {
    return environment
        .flatMap(e -> Optional.ofNullable(e.targets().get(member.target())))
        .filter(target -> target.agent().isPresent())
        .isPresent();
  }

  private static String owner(DeliveryId id) {
    return "An owner of %s".formatted(id.placement().environment());
  }
}
