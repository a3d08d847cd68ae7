package dev.slipway.model.state;

import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.ShipmentId;
import java.util.Optional;

/**
 * How far a campaign has come at one application in one environment.
 *
 * @param shipment what it sent there last; absent before it sent anything
 * @param because why it is not its turn; absent where nothing keeps it
 */
public record CampaignPlace(
    Placement at, Stage stage, Optional<ShipmentId> shipment, Optional<Reason> because) {

  /** How far it has come. */
  public enum Stage {
    /** What is in force has the values that the documents give now. */
    THROUGH,
    UNDER_WAY,
    /** Nothing keeps it but the pace. */
    NEXT,
    /** An earlier environment of the same application's route is not through. */
    BEHIND,
    /** Something at the place itself keeps it. */
    WAITING
  }
}
