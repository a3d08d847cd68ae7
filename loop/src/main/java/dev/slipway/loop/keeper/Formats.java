package dev.slipway.loop.keeper;

import dev.slipway.ledger.Batch;
import dev.slipway.ledger.Guards;
import dev.slipway.ledger.Ledger;
import dev.slipway.loop.port.Journal;
import dev.slipway.model.ActorId;
import dev.slipway.model.Organisation;
import dev.slipway.model.StreamKey;
import dev.slipway.model.entry.Draft;
import dev.slipway.model.entry.FormatRaised;
import dev.slipway.model.entry.Recorded;
import java.util.List;
import java.util.Optional;

/**
 * Says in the ledger that entries of this version's format may be written, before the first of them
 * is. A ledger that an earlier version founded is raised when this one opens it. All methods are
 * called in the loop's turn.
 */
public final class Formats {

  private final Ledger ledger;
  private final Journal journal;
  private int raised;

  public Formats(Ledger ledger, Journal journal) {
    this.ledger = ledger;
    this.journal = journal;
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
    return raised > Founding.FORMAT
        ? Optional.of(
            "the ledger is in format %d, and this version understands formats up to %d; start the version that raised it, or a later one"
                .formatted(raised, Founding.FORMAT))
        : Optional.empty();
  }

  /** Called once everything was read; what is appended after comes after. */
  public void raise() {
    if (raised == 0 || raised >= Founding.FORMAT) {
      return;
    }
    Draft draft =
        new Draft(
            StreamKey.of(Organisation.MAIN),
            ActorId.SLIPWAY,
            Optional.empty(),
            new FormatRaised(Founding.FORMAT));
    ledger
        .append(new Batch(List.of(draft), Guards.NONE, Optional.of("format/" + Founding.FORMAT)))
        .whenComplete((appended, failure) -> {
          if (failure != null) {
            journal.alarm("The ledger's format could not be raised", failure);
          }
        });
  }
}
