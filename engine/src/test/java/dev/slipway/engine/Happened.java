package dev.slipway.engine;

import dev.slipway.engine.fold.MemberStage;
import dev.slipway.engine.fold.MemberState;
import dev.slipway.engine.fold.RolloutPhase;
import dev.slipway.engine.fold.StateMachine.Row;
import dev.slipway.engine.fold.World;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Organisation;
import dev.slipway.model.TargetName;
import dev.slipway.model.entry.Entry;
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

/** Which rows of the members' table happened in a ledger, by what members came to and on what. */
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
