package dev.slipway.views.projection;

import dev.slipway.model.entry.LockReleased;
import dev.slipway.model.entry.LockSet;
import dev.slipway.model.entry.Recorded;
import dev.slipway.views.Projection;
import dev.slipway.views.Rows;
import dev.slipway.views.Tables;
import dev.slipway.views.row.LockRow;

/** Locks until they are released. */
public final class Locks implements Projection {

  @Override
  public void take(Recorded recorded, Rows rows) {
    switch (recorded.entry()) {
      case LockSet set -> rows.put(Tables.LOCKS, new LockRow(set.lock(), recorded.at()));
      case LockReleased released -> rows.remove(Tables.LOCKS, released.lock().value());
      default -> {
        // The other entries lock nothing.
      }
    }
  }
}
