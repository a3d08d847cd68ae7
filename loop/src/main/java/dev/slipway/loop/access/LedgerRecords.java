package dev.slipway.loop.access;

import dev.slipway.codec.EntryCodec;
import dev.slipway.ledger.Ledger;
import dev.slipway.loop.door.Records;
import dev.slipway.model.Organisation;
import dev.slipway.model.Position;
import dev.slipway.model.entry.Recorded;
import java.util.Optional;

/** Reads the ledger an entry at a time. */
public final class LedgerRecords implements Records {

  private final Ledger ledger;

  public LedgerRecords(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public Optional<String> payload(Organisation organisation, Position position) {
    if (position.value() < 1) {
      return Optional.empty();
    }
    return ledger.read(new Position(position.value() - 1), 1).stream()
        .filter(recorded -> recorded.position().equals(position))
        .filter(recorded -> recorded.stream().organisation().equals(organisation))
        .map(Recorded::entry)
        .map(EntryCodec::payload)
        .findFirst();
  }

  @Override
  public Position head() {
    return ledger.head();
  }
}
