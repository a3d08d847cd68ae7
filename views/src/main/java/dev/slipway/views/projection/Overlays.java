package dev.slipway.views.projection;

import dev.slipway.model.entry.OverlayDeclared;
import dev.slipway.model.entry.Recorded;
import dev.slipway.views.Projection;
import dev.slipway.views.Rows;
import dev.slipway.views.Tables;
import dev.slipway.views.row.OverlayRow;

/** Every revision of every overlay. */
public final class Overlays implements Projection {

  @Override
  public void take(Recorded recorded, Rows rows) {
    if (recorded.entry() instanceof OverlayDeclared declared) {
      String name = declared.revision().definition().name().value();
      rows.find(Tables.OVERLAYS, OverlayRow.key(name, declared.revision().number() - 1))
          .ifPresent(before -> rows.put(Tables.OVERLAYS, before.past()));
      rows.put(
          Tables.OVERLAYS,
          new OverlayRow(
              declared.revision(), recorded.actor(), recorded.position(), recorded.at(), true));
    }
  }
}
