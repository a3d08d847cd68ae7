package dev.slipway.model.state;

import dev.slipway.model.Reason;
import java.util.List;

/** What a rollback would do, asked before it is wished. */
public sealed interface RollbackOffer {

  /**
   * It can be done.
   *
   * @param to what would hold again
   * @param skips what it would go back behind, the newest first
   */
  record Possible(Skip to, List<Skip> skips) implements RollbackOffer {
    public Possible {
      skips = List.copyOf(skips);
    }
  }

  record Impossible(Reason because) implements RollbackOffer {}
}
