package dev.slipway.loop.keeper;

import dev.slipway.engine.Decision;
import dev.slipway.engine.Engine;
import dev.slipway.engine.fold.World;
import dev.slipway.ledger.Batch;
import dev.slipway.ledger.Guards;
import dev.slipway.model.Position;
import dev.slipway.model.entry.Draft;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.need.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What follows from a cause that is not written yet, decided as if it stood at the end of the
 * ledger already. It holds only there, so a batch that comes between makes it void.
 *
 * @param batch the cause with all that follows from it
 * @param cause where it will stand
 * @param world with the cause
 */
record Foreseen(Batch batch, Decision decision, Recorded cause, World world) {

  /** Empty when there is more than one cause, or something has to be asked first. */
  static Optional<Foreseen> of(
      Batch cause, Worlds worlds, Answers answers, Instant now, int roundsMax) {
    if (cause.drafts().size() != 1 || !PendingCause.isCause(cause.drafts().getFirst().entry())) {
      return Optional.empty();
    }
    Draft draft = cause.drafts().getFirst();
    Position last = worlds.position();
    Recorded expected =
        new Recorded(
            last.next(),
            Instant.ofEpochMilli(now.toEpochMilli()),
            draft.stream(),
            draft.actor(),
            draft.cause(),
            draft.entry());
    World world = worlds.world(draft.stream().organisation()).with(expected);
    return decided(world, PendingCause.of(expected), answers, now, roundsMax)
        .map(decision ->
            new Foreseen(whole(cause, decision, last).decidedAt(now), decision, expected, world));
  }

  /** The world with all that follows. */
  World after() {
    World after = world;
    for (Draft draft : decision.entries()) {
      after =
          after.with(
              new Recorded(
                  after.position().next(),
                  cause.at(),
                  draft.stream(),
                  draft.actor(),
                  draft.cause(),
                  draft.entry()));
    }
    return after;
  }

  /** Decides until nothing has to be asked any more; empty when an answer is not remembered. */
  private static Optional<Decision> decided(
      World world, PendingCause cause, Answers answers, Instant now, int roundsMax) {
    Decision decision = Engine.decide(world, cause.cause(), now);
    if (decision.needs().isEmpty()) {
      return Optional.of(decision);
    }
    Optional<List<Fact>> facts =
        cause.rounds() < roundsMax ? answers.remembered(decision.needs()) : Optional.empty();
    return facts.flatMap(known -> decided(world, cause.with(known), answers, now, roundsMax));
  }

  private static Batch whole(Batch cause, Decision decision, Position last) {
    return new Batch(
        Stream.concat(cause.drafts().stream(), decision.entries().stream()).toList(),
        Guards.directlyAfter(last),
        cause.deduplicationKey());
  }
}
