package dev.slipway.loop.door;

import dev.slipway.model.Organisation;
import dev.slipway.model.Placement;
import dev.slipway.model.state.RollbackOffer;
import java.util.Optional;

/** What a wish would come to now, without making it. Thread-safe. */
public interface Previews {

  /** What going back would do; an absent number means the delivery before. */
  RollbackOffer rollback(Organisation organisation, Placement placement, Optional<Integer> to);
}
