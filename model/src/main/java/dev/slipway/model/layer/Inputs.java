package dev.slipway.model.layer;

import dev.slipway.model.definition.Origin;
import java.util.List;
import java.util.Optional;

/**
 * Which revisions of documents a shipment was made from; they are pinned with it.
 *
 * @param application where its application's own document came from
 * @param path where in its repository that lies; empty when it was applied
 * @param overlays those that concern it, by name; absent when none does
 */
public record Inputs(Origin application, String path, Optional<List<PinnedOverlay>> overlays) {

  public Inputs {
    overlays = overlays.map(List::copyOf);
  }

  /** Those of an application that no overlay concerns. */
  public Inputs(Origin application, String path) {
    this(application, path, Optional.empty());
  }

  /** The same with these overlays. */
  public Inputs with(List<PinnedOverlay> pinned) {
    return new Inputs(application, path, pinned.isEmpty() ? Optional.empty() : Optional.of(pinned));
  }
}
