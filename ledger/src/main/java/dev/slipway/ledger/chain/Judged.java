package dev.slipway.ledger.chain;

import dev.slipway.ledger.Appended;
import java.util.List;

/** What becomes of a batch. */
public sealed interface Judged {

  /** These links are to be written. */
  record Accepted(List<Link> links) implements Judged {
    public Accepted {
      links = List.copyOf(links);
    }
  }

  /** Nothing is to be written. */
  record Declined(Appended because) implements Judged {}
}
