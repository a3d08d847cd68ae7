package dev.slipway.loop.door;

import dev.slipway.loop.door.Administration.Made;
import dev.slipway.model.ActorId;
import dev.slipway.model.Organisation;
import dev.slipway.model.Reason;
import dev.slipway.model.trust.Trust;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Lets runs of CI systems in on the word of their signed tokens. Thread-safe. */
public interface Trusts {

  /** A trust, and what people call it. */
  record Given(ActorId id, String name, Trust terms) {}

  /** What came of showing a token. */
  sealed interface Exchanged {

    /**
     * Whoever showed it acts for a while.
     *
     * @param name of who acts, with words from outside in it
     * @param secret of the token that counts here
     */
    record Done(ActorId token, String name, Trust terms, String secret, Instant until)
        implements Exchanged {}

    record Refused(Reason because) implements Exchanged {}

    /** It could not be judged; trying again later may help. */
    record Unavailable(Reason because) implements Exchanged {}
  }

  /** Those whose runs reach no further than the actor's own right to declare. */
  Made<List<Given>> list(Organisation organisation, ActorId by);

  /**
   * Lets runs in; the command is recorded.
   *
   * @param name for people
   * @param terms by the trust's id
   */
  CompletionStage<Made<Given>> give(
      Organisation organisation,
      ActorId by,
      String idempotencyKey,
      String name,
      Function<ActorId, Trust> terms);

  /** Forgets the secrets that were given on the word of a trust, once its end was recorded. */
  void withdrawn(Organisation organisation, ActorId trust);

  /**
   * Judges a token that anybody showed. The trust's id alone names the organisation; nothing in the
   * token does.
   */
  CompletionStage<Exchanged> exchange(ActorId trust, String token);
}
