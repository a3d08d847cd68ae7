package dev.slipway.views;

import dev.slipway.model.entry.Recorded;

/** Changes rows when entries are taken. Depends on the entry and the rows alone; never refuses. */
@FunctionalInterface
public interface Projection {

  void take(Recorded recorded, Rows rows);
}
