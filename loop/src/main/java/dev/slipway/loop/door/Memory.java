package dev.slipway.loop.door;

import dev.slipway.engine.fold.World;
import dev.slipway.model.Organisation;
import java.util.Collection;

/** What is so now, folded from the ledger. Thread-safe; every call returns an immutable value. */
public interface Memory {

  World world(Organisation organisation);

  /** Every organisation's. */
  Collection<World> worlds();
}
