package dev.slipway.model.command;

import dev.slipway.model.ActorId;
import dev.slipway.model.RefName;
import dev.slipway.model.trust.Trust;
import java.time.Instant;

/** What is wished for those who are let in on another's word. */
public sealed interface TrustWish {

  /** Its id. */
  ActorId trust();

  /** Let runs in from now on. */
  record Give(ActorId trust, Trust terms) implements TrustWish {}

  /** Let them in no more, and end every token that was given for theirs. */
  record Withdraw(ActorId trust) implements TrustWish {}

  /**
   * Let one run act; its token was judged.
   *
   * @param token a digest of what the run showed, so that the same is taken once
   * @param until when it acts no more
   * @param remembered until when the token that it showed may be shown again
   * @param number of the run
   */
  record Exchange(
      ActorId trust, ActorId token, Instant until, Instant remembered, RefName ref, String number)
      implements TrustWish {}
}
