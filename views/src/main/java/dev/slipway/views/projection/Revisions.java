package dev.slipway.views.projection;

import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.OverlayDeclared;
import dev.slipway.model.entry.PolicyDeclared;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.layer.Owned;
import dev.slipway.model.layer.Revision;
import dev.slipway.views.Projection;
import dev.slipway.views.Rows;
import dev.slipway.views.Tables;
import dev.slipway.views.row.RevisionRow;

/** Every revision of every owner's document. */
public final class Revisions implements Projection {

  @Override
  public void take(Recorded recorded, Rows rows) {
    switch (recorded.entry()) {
      case OverlayDeclared declared -> take(declared.revision(), recorded, rows);
      case PolicyDeclared declared -> take(declared.revision(), recorded, rows);
      case Entry _ -> {}
    }
  }

  private static void take(Revision<? extends Owned> next, Recorded recorded, Rows rows) {
    Owned definition = next.definition();
    rows.find(Tables.REVISIONS, RevisionRow.key(definition.title(), next.number() - 1))
        .ifPresent(before -> rows.put(Tables.REVISIONS, before.past()));
    rows.put(
        Tables.REVISIONS,
        new RevisionRow(
            new Revision<>(definition, next.number(), next.origin(), next.restores()),
            recorded.actor(),
            recorded.position(),
            recorded.at(),
            true));
  }
}
