package dev.slipway.model.layer;

import dev.slipway.model.EnvironmentName;
import java.util.List;

/**
 * An overlay that a shipment takes along.
 *
 * @param environments those of its way that the overlay is for; never empty
 */
public record PinnedOverlay(OverlayRevision revision, List<EnvironmentName> environments) {

  public PinnedOverlay {
    environments = List.copyOf(environments);
  }
}
