package dev.slipway.loop.door;

import dev.slipway.model.Organisation;
import dev.slipway.model.Position;
import java.util.Optional;

/** The ledger's own words. Thread-safe. */
public interface Records {

  /** The payload of an entry as the ledger has it, in JSON; empty for another's entry. */
  Optional<String> payload(Organisation organisation, Position position);

  /** The last entry. */
  Position head();
}
