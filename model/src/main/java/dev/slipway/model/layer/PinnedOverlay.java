package dev.slipway.model.layer;

import dev.slipway.model.EnvironmentName;
import java.util.List;

/**
 * An overlay that a shipment takes along.
 *
 * @param environments those of the application's route that the overlay is for, for what is to be
 *     elsewhere is asked too; never empty
 */
public record PinnedOverlay(
    Revision<OverlayDefinition> revision, List<EnvironmentName> environments) {

  public PinnedOverlay {
    environments = List.copyOf(environments);
  }
}
