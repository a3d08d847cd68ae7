package dev.slipway.model.state;

import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import java.util.List;
import java.util.Optional;

/**
 * What taking back a set would do, asked before it is wished: all of it, or nothing.
 *
 * @param because why nothing of it can go back; absent when all of it can
 * @param parts in the order in which they would go back
 */
public record SetOffer(Optional<Reason> because, List<Part> parts) {

  public SetOffer {
    parts = List.copyOf(parts);
  }

  /**
   * What would become of one application.
   *
   * @param to what would hold again; absent where it does not go back
   * @param because why it has nothing to take back, or cannot
   * @param stuck whether it keeps the others from going back
   */
  public record Part(Placement at, Optional<Skip> to, Optional<Reason> because, boolean stuck) {}
}
