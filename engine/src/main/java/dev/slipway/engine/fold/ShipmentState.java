package dev.slipway.engine.fold;

import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Position;
import dev.slipway.model.state.Shipment;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A shipment on its way.
 *
 * @param madeAt the position of the entry that made it, and of one that brings to a newcomer what
 *     is in force elsewhere, of the entry that made that; of two shipments the later made is newer
 */
public record ShipmentState(Shipment shipment, Position madeAt, Instant at) {

  /** The newest last; what repeats a commit that is in force is older than all that bring one. */
  public static final Comparator<ShipmentState> BY_AGE =
      Comparator.comparing((ShipmentState state) -> !state.isRepetition())
          .thenComparing(ShipmentState::madeAt);

  /** Whether a rule made it, so that the newest supersedes it while it waits. */
  public boolean isAutomatic() {
    return switch (shipment.madeBy()) {
      case Shipment.MadeBy.Trigger _, Shipment.MadeBy.Joining _, Shipment.MadeBy.Campaign _ -> true;
      case Shipment.MadeBy.Request _, Shipment.MadeBy.Rollback _ -> false;
    };
  }

  /** Whether it brings an earlier delivery back. */
  public boolean isRollback() {
    return switch (shipment.madeBy()) {
      case Shipment.MadeBy.Rollback _ -> true;
      case Shipment.MadeBy.Trigger _,
          Shipment.MadeBy.Joining _,
          Shipment.MadeBy.Campaign _,
          Shipment.MadeBy.Request _ ->
          false;
    };
  }

  /** Whether it repeats the commit that is in force, so that it is newer than nothing. */
  public boolean isRepetition() {
    return shipment.madeBy() instanceof Shipment.MadeBy.Campaign;
  }

  /** Whether a failure brings an earlier delivery back, and not a person. */
  public boolean isAutomaticRollback() {
    return shipment.madeBy() instanceof Shipment.MadeBy.Rollback back && back.automatic();
  }

  /** Whether the time has come before which it may not start. */
  public boolean isDueAt(Instant now) {
    return shipment.notBefore().filter(now::isBefore).isEmpty();
  }

  public boolean isNewerThan(ShipmentState other) {
    return BY_AGE.compare(this, other) > 0;
  }

  /** Where it goes from an environment; empty at the end of its travel. */
  public Optional<EnvironmentName> after(EnvironmentName environment) {
    List<EnvironmentName> travel = shipment.travel();
    int next = travel.indexOf(environment) + 1;
    return next > 0 && next < travel.size() ? Optional.of(travel.get(next)) : Optional.empty();
  }
}
