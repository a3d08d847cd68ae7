package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.PlacementState.InForce;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.model.state.Artifact;
import dev.slipway.model.state.Delivery;
import java.util.List;
import java.util.stream.Stream;

/**
 * Law 11: cleaning up takes nothing that is in force, on its way, or that a rollback could lead
 * back to; so a rollback needs nobody's help.
 */
final class KeptForTheWayBack implements Law {

  @Override
  public String name() {
    return "law-11";
  }

  @Override
  public List<String> atTheEnd(Ending ending) {
    return ending.world().deliveries().placements().values().stream()
        .flatMap(KeptForTheWayBack::wanted)
        .filter(delivery -> !isKept(ending, delivery.change().artifact()))
        .map(delivery -> "the artifact of %s is gone".formatted(delivery.id()))
        .toList();
  }

  private static Stream<Delivery> wanted(PlacementState at) {
    return Stream.of(
            at.inForce().stream().map(InForce::delivery),
            at.active().stream().map(RolloutState::delivery),
            at.past().stream().map(InForce::delivery))
        .flatMap(deliveries -> deliveries);
  }

  private static boolean isKept(Ending ending, Artifact artifact) {
    return switch (artifact) {
      case Artifact.CommitArchive archive -> ending.blobs().has(archive.digest());
    };
  }
}
