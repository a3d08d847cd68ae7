package dev.slipway.views.projection;

import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.SetEnded;
import dev.slipway.model.entry.SetMade;
import dev.slipway.model.state.ShipSet;
import dev.slipway.views.Projection;
import dev.slipway.views.Rows;
import dev.slipway.views.Tables;
import dev.slipway.views.row.SetRow;
import java.util.Optional;

/** What is delivered as one, and what it came to. */
public final class ShipSets implements Projection {

  @Override
  public void take(Recorded recorded, Rows rows) {
    if (recorded.entry() instanceof SetMade made) {
      rows.put(Tables.SETS, row(made.set(), recorded));
    } else if (recorded.entry() instanceof SetEnded ended) {
      rows.find(Tables.SETS, ended.set().value())
          .ifPresent(row -> rows.put(Tables.SETS, row.ended(ended)));
    }
  }

  private static SetRow row(ShipSet set, Recorded recorded) {
    return new SetRow(
        set.id(),
        set.members(),
        set.travel(),
        set.onFailure(),
        set.by(),
        set.undoes(),
        Optional.empty(),
        Optional.empty(),
        recorded.position(),
        recorded.at());
  }
}
