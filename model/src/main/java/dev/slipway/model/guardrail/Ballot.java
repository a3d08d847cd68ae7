package dev.slipway.model.guardrail;

import dev.slipway.model.ActorId;
import dev.slipway.model.Reason;
import dev.slipway.model.definition.ApprovalPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What people have said of a delivery, and what one's own word would come to now.
 *
 * @param asks what its environment asks for; absent where nobody asks
 * @param given every approval that was given while it is on its way, in order
 * @param notApproving why one's own approval would not count; absent when it would
 * @param notRejecting why one's own rejection would not count; absent when it would
 */
public record Ballot(
    Optional<ApprovalPolicy> asks,
    List<Given> given,
    Optional<Reason> notApproving,
    Optional<Reason> notRejecting) {

  /**
   * An approval.
   *
   * @param self whether its giver had a part in the change or asked for it
   * @param until when it counts no more
   * @param counts whether it counts now
   */
  public record Given(ActorId by, boolean self, Instant at, Instant until, boolean counts) {}

  public Ballot {
    given = List.copyOf(given);
  }
}
