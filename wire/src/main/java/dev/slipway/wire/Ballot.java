package dev.slipway.wire;

import java.util.List;
import java.util.Optional;

/**
 * What people have said of a delivery, and what the asker's own word would come to now.
 *
 * @param rules what is asked for, all of which must be met; none where nobody asks
 * @param notApproving why the asker's approval would not count; absent when it would
 * @param notRejecting why the asker's rejection would not count; absent when it would
 */
public record Ballot(
    List<BallotRule> rules, Optional<Reason> notApproving, Optional<Reason> notRejecting) {
  public Ballot {
    rules = List.copyOf(rules);
  }
}
