package dev.slipway.loop.keeper;

import dev.slipway.ledger.Batch;
import dev.slipway.ledger.Guards;
import dev.slipway.ledger.Ledger;
import dev.slipway.ledger.Peers;
import dev.slipway.loop.port.Journal;
import dev.slipway.loop.port.Scheduler;
import dev.slipway.model.ActorId;
import dev.slipway.model.Organisation;
import dev.slipway.model.StreamKey;
import dev.slipway.model.entry.Draft;
import dev.slipway.model.entry.FormatRaised;
import dev.slipway.model.entry.Recorded;
import java.util.List;
import java.util.Optional;

/**
 * Whether this version may write to the ledger. It says there that entries of its format may be
 * written, before it writes the first of them, and only once no process runs that understands less;
 * until then it leaves all writing to those. A ledger that an earlier version founded, and that
 * nobody else serves, is raised when this one opens it. All methods but {@link #mayWrite} are
 * called in the loop's turn.
 */
public final class Formats {

  private final Ledger ledger;
  private final Neighbours neighbours;
  private final int own;
  private final Journal journal;
  private volatile int raised;
  private volatile boolean raising;
  private boolean said;

  /**
   * What this version may write to a ledger.
   *
   * @param self names this process, for as long as it lives
   * @param own the format that this version writes
   */
  public Formats(
      Ledger ledger, Peers peers, String self, int own, Scheduler scheduler, Journal journal) {
    this.ledger = ledger;
    this.own = own;
    this.journal = journal;
    neighbours = new Neighbours(peers, self, own, scheduler);
  }

  /** Makes itself known, before anything is read. */
  public void begin() {
    neighbours.begin();
  }

  /**
   * Raises the format if it is to be raised, now or as soon as nobody is in the way.
   *
   * @param then is called whenever it may have become so
   */
  public void goOn(Runnable then) {
    raise();
    then.run();
    neighbours.goOn(() -> {
      raise();
      then.run();
    });
  }

  /** Ends, and is in nobody's way. */
  public void leave() {
    neighbours.leave();
  }

  /** Takes over which format was raised; before anything is folded here. */
  public void take(int format) {
    raised = format;
  }

  /** The highest format that was raised. */
  public int raised() {
    return raised;
  }

  public void took(List<Recorded> entries) {
    for (Recorded recorded : entries) {
      if (recorded.entry() instanceof FormatRaised entry) {
        raised = Math.max(raised, entry.format());
      }
    }
  }

  /** Why this version must not go on with the ledger; empty where it understands it. */
  public Optional<String> refusal() {
    return raised > own
        ? Optional.of(
            "the ledger is in format %d, and this version understands formats up to %d; start the version that raised it, or a later one"
                .formatted(raised, own))
        : Optional.empty();
  }

  /**
   * Whether what this version writes stands behind the word that it may. Nothing is asked of a
   * ledger that nobody founded. Thread-safe.
   */
  public boolean mayWrite() {
    return raised == 0 || raised == own || (raising && raised < own);
  }

  /** What is appended after this comes after it, so nobody has to wait for it. */
  private void raise() {
    if (mayWrite() || raised > own) {
      return;
    }
    if (neighbours.isOlderThere()) {
      sayOnce();
      return;
    }
    raising = true;
    Draft draft =
        new Draft(
            StreamKey.of(Organisation.MAIN),
            ActorId.SLIPWAY,
            Optional.empty(),
            new FormatRaised(own));
    ledger
        .append(new Batch(List.of(draft), Guards.NONE, Optional.of("format/" + own)))
        .whenComplete((appended, failure) -> {
          if (failure != null) {
            raising = false;
            journal.alarm("The ledger's format could not be raised", failure);
          }
        });
  }

  private void sayOnce() {
    if (!said) {
      said = true;
      journal.info(
          "The ledger is in format %d, and this version writes format %d. It only reads until no process runs that does not understand it."
              .formatted(raised, own));
    }
  }
}
