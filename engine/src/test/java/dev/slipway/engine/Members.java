package dev.slipway.engine;

import dev.slipway.engine.fold.MemberStage;
import dev.slipway.engine.fold.MemberState;
import dev.slipway.engine.fold.RolloutPhase;
import dev.slipway.engine.fold.World;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Organisation;
import dev.slipway.model.TargetName;
import dev.slipway.model.entry.Recorded;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the stages of members change along a ledger. */
final class Members {

  /** Whoever is ordered back is a member anew. */
  private record Key(DeliveryId delivery, TargetName target, boolean back) {}

  private Members() {}

  static Set<List<MemberStage>> movesIn(List<Recorded> ledger) {
    Set<List<MemberStage>> moves = new HashSet<>();
    World world = World.empty(Organisation.MAIN);
    Map<Key, MemberStage> before = Map.of();
    for (Recorded recorded : ledger) {
      world = world.with(recorded);
      Map<Key, MemberStage> after = stages(world);
      for (Map.Entry<Key, MemberStage> member : after.entrySet()) {
        MemberStage from = before.getOrDefault(member.getKey(), member.getValue());
        if (from != member.getValue()) {
          moves.add(List.of(from, member.getValue()));
        }
      }
      before = after;
    }
    return moves;
  }

  private static Map<Key, MemberStage> stages(World world) {
    Map<Key, MemberStage> stages = new HashMap<>();
    world
        .deliveries()
        .placements()
        .values()
        .forEach(at ->
            at.active()
                .ifPresent(rollout -> {
                  for (MemberState member : rollout.members().values()) {
                    boolean back = rollout.phase() == RolloutPhase.CANCELLING;
                    stages.put(
                        new Key(rollout.delivery().id(), member.target(), back), member.stage());
                  }
                }));
    return stages;
  }
}
