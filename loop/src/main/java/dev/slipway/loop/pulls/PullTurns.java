package dev.slipway.loop.pulls;

import dev.slipway.loop.Outside;
import dev.slipway.loop.door.Previews;
import dev.slipway.loop.port.Journal;
import dev.slipway.loop.port.Workers;
import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Reason;
import dev.slipway.model.state.Outlook;
import dev.slipway.outlet.Foretold;
import dev.slipway.outlet.PullRequestNote;
import dev.slipway.source.PullRequests;
import dev.slipway.source.PullRequests.Said;
import dev.slipway.source.Reading;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Looks ahead at what one pull request would come to, and has it said there. Thread-safe. */
final class PullTurns {

  private final PullRequests pulls;
  private final PullRequestNote note;
  private final Previews previews;
  private final Workers workers;
  private final Journal journal;

  PullTurns(Outside outside, Previews previews, Workers workers, Journal journal) {
    pulls = outside.pulls();
    note = outside.note();
    this.previews = previews;
    this.workers = workers;
    this.journal = journal;
  }

  /** What became of a turn. */
  sealed interface Outcome {

    /**
     * It is said there.
     *
     * @param isNew whether it was not before
     * @param isPassing whether it may become another by itself
     */
    record Said(boolean isNew, boolean isPassing) implements Outcome {}

    /** Nobody knows what it would come to while the repository is away. */
    record NotYet() implements Outcome {}

    /** This pull request takes no comment. */
    record NotHere(Reason because) implements Outcome {}

    /** None can be written there just now. */
    record NotNow(Reason because) implements Outcome {}
  }

  /**
   * Takes one.
   *
   * @param then is told what became of it, on any thread
   */
  void take(Turn turn, String lane, Consumer<Outcome> then) {
    // Looking ahead may answer at once; it is begun off the loop's turn like all that takes long.
    workers.execute(
        lane,
        () ->
            outlooks(turn)
                .whenComplete((outlooks, failure) -> {
                  if (failure == null) {
                    workers.execute(lane, () -> then.accept(tried(turn, outlooks)));
                  } else {
                    then.accept(fault(failure));
                  }
                }));
  }

  private CompletionStage<List<Outlook>> outlooks(Turn turn) {
    CompletionStage<List<Outlook>> all = CompletableFuture.completedStage(List.of());
    for (ApplicationName application : turn.wanted().applications()) {
      all =
          all.thenCompose(before ->
              outlook(turn, application)
                  .thenApply(one -> Stream.concat(before.stream(), Stream.of(one)).toList()));
    }
    return all;
  }

  private CompletionStage<Outlook> outlook(Turn turn, ApplicationName application) {
    return previews.outlook(
        turn.at().where().organisation(),
        ActorId.SLIPWAY,
        new Outlook.Wish(
            application,
            Optional.of(turn.head().value()),
            Optional.empty(),
            Optional.empty(),
            new TreeMap<>()));
  }

  private Outcome tried(Turn turn, List<Outlook> outlooks) {
    try {
      return said(turn, outlooks);
    } catch (RuntimeException failure) {
      return fault(failure);
    }
  }

  /** A fault of ours is a matter of this pull request, and delays no other. */
  private Outcome fault(Throwable failure) {
    journal.alarm("It cannot be said what a pull request would come to", failure);
    return new Outcome.NotHere(
        new Reason(
            "preview-failed",
            "What it would change cannot be said; the server's journal says why."));
  }

  private Outcome said(Turn turn, List<Outlook> outlooks) {
    Foretold foretold = Foretelling.of(turn.head(), turn.wanted(), outlooks);
    if (Foretelling.isUnknown(foretold)) {
      return new Outcome.NotYet();
    }
    if (foretold.places().isEmpty()) {
      return new Outcome.Said(false, false);
    }
    Reading<Said> said =
        pulls.say(turn.at().where().url(), turn.at().number(), turn.at().name(), note.of(foretold));
    return switch (said) {
      case Reading.Read<Said>(Said how) ->
          new Outcome.Said(how != Said.SAME, Foretelling.isPassing(foretold));
      case Reading.Unusable<Said>(Reason because) -> new Outcome.NotHere(because);
      case Reading.Unavailable<Said>(Reason because) -> new Outcome.NotNow(because);
    };
  }
}
