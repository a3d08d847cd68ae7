package dev.slipway.engine;

import dev.slipway.engine.fold.JobRun;
import dev.slipway.engine.fold.JobStage;
import dev.slipway.engine.fold.MemberStage;
import dev.slipway.engine.fold.MemberState;
import dev.slipway.engine.fold.RolloutPhase;
import dev.slipway.engine.fold.StateMachine.Row;
import dev.slipway.engine.fold.World;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Organisation;
import dev.slipway.model.TargetName;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.JobEnded;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.OutcomeDecided;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ReportReceived;
import dev.slipway.model.observation.Report;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which rows of the tables of members and of jobs happened in a ledger: what came to what, on what.
 */
final class Happened {

  /** Whoever is ordered back is a member anew. */
  private record Key(DeliveryId delivery, TargetName target, boolean back) {}

  private Happened() {}

  static Set<Row<?, ?>> toMembers(List<Recorded> ledger) {
    Set<Row<?, ?>> rows = new HashSet<>();
    World world = World.empty(Organisation.MAIN);
    Map<Key, MemberState> before = Map.of();
    for (Recorded recorded : ledger) {
      world = world.with(recorded);
      Map<Key, MemberState> after = members(world);
      for (Map.Entry<Key, MemberState> member : after.entrySet()) {
        Optional<MemberStage> from =
            Optional.ofNullable(before.get(member.getKey())).map(MemberState::stage);
        MemberState to = member.getValue();
        from.filter(stage -> stage != to.stage())
            .flatMap(
                stage -> news(recorded.entry(), to).map(on -> new Row<>(stage, on, to.stage())))
            .ifPresent(rows::add);
      }
      before = after;
    }
    return rows;
  }

  static Set<Row<?, ?>> toJobs(List<Recorded> ledger) {
    Set<Row<?, ?>> rows = new HashSet<>();
    World world = World.empty(Organisation.MAIN);
    Map<JobRun.Key, JobStage> before = Map.of();
    for (Recorded recorded : ledger) {
      world = world.with(recorded);
      Map<JobRun.Key, JobStage> after = jobs(world);
      for (Map.Entry<JobRun.Key, JobStage> job : after.entrySet()) {
        JobStage from = before.getOrDefault(job.getKey(), JobStage.DUE);
        JobStage to = job.getValue();
        if (from != to) {
          heard(recorded.entry(), to).ifPresent(on -> rows.add(new Row<>(from, on, to)));
        }
      }
      before = after;
    }
    return rows;
  }

  private static Optional<JobStage.News> heard(Entry entry, JobStage to) {
    return switch (entry) {
      case OrderIssued _ -> Optional.of(JobStage.News.ORDER_ISSUED);
      case JobEnded _ -> Optional.of(JobStage.News.ENDED);
      case OutcomeDecided e ->
          Optional.of(
              switch (e.verdict()) {
                case SUCCEEDED -> JobStage.News.DECIDED_SUCCEEDED;
                case FAILED -> JobStage.News.DECIDED_FAILED;
                case RERUN -> JobStage.News.DECIDED_RERUN;
              });
      case ReportReceived _ ->
          switch (to) {
            case TOLD_SUCCEEDED -> Optional.of(JobStage.News.REPORTED_SUCCEEDED);
            case TOLD_FAILED -> Optional.of(JobStage.News.REPORTED_FAILED);
            case UNKNOWN -> Optional.of(JobStage.News.REPORTED_UNKNOWN);
            case DUE, BEGUN, SUCCEEDED, FAILED -> Optional.empty();
          };
      case Entry _ -> Optional.empty();
    };
  }

  /** In one placement, which is all that the stories of jobs are about. */
  private static Map<JobRun.Key, JobStage> jobs(World world) {
    Map<JobRun.Key, JobStage> stages = new HashMap<>();
    world
        .deliveries()
        .placement(Jobbing.AT)
        .jobs()
        .runs()
        .forEach(run -> stages.put(run.key(), run.stage()));
    return stages;
  }

  /** What was heard; a target that says it converged, and did not, said that it failed. */
  private static Optional<MemberStage.News> news(Entry entry, MemberState to) {
    return switch (entry) {
      case OrderIssued _ -> Optional.of(MemberStage.News.ORDER_ISSUED);
      case OutcomeDecided e ->
          Optional.of(
              switch (e.verdict()) {
                case SUCCEEDED -> MemberStage.News.DECIDED_SUCCEEDED;
                case FAILED -> MemberStage.News.DECIDED_FAILED;
                case RERUN -> MemberStage.News.DECIDED_RERUN;
              });
      case JobEnded _ -> Optional.of(MemberStage.News.JOB_ENDED);
      case ReportReceived(var _, Report.Observed _) ->
          Optional.of(MemberStage.News.REPORTED_DIFFERENT);
      case ReportReceived _ ->
          switch (to.stage()) {
            case CONVERGED -> Optional.of(MemberStage.News.REPORTED_CONVERGED);
            case FAILED -> Optional.of(MemberStage.News.REPORTED_FAILED);
            case UNKNOWN -> Optional.of(MemberStage.News.REPORTED_UNKNOWN);
            case UNORDERED, ORDERED -> Optional.empty();
          };
      case Entry _ -> Optional.empty();
    };
  }

  private static Map<Key, MemberState> members(World world) {
    Map<Key, MemberState> members = new HashMap<>();
    world
        .deliveries()
        .placements()
        .values()
        .forEach(at ->
            at.active()
                .ifPresent(rollout -> {
                  boolean back = rollout.phase() == RolloutPhase.CANCELLING;
                  rollout
                      .members()
                      .values()
                      .forEach(member ->
                          members.put(
                              new Key(rollout.delivery().id(), member.target(), back), member));
                }));
    return members;
  }
}
