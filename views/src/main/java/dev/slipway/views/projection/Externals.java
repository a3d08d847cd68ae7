package dev.slipway.views.projection;

import dev.slipway.model.Placement;
import dev.slipway.model.entry.ExternalRecorded;
import dev.slipway.model.entry.Recorded;
import dev.slipway.views.Projection;
import dev.slipway.views.Rows;
import dev.slipway.views.Tables;
import dev.slipway.views.row.ExternalRow;
import dev.slipway.views.row.PlacementRow;
import java.util.Optional;

/** What other tools deployed, one by one and as what is so by now. */
public final class Externals implements Projection {

  @Override
  public void take(Recorded recorded, Rows rows) {
    if (recorded.entry() instanceof ExternalRecorded told) {
      ExternalRow row =
          new ExternalRow(told.deployment(), recorded.position(), told.by(), recorded.at());
      rows.put(Tables.EXTERNALS, row);
      Placement placement = told.deployment().placement();
      PlacementRow before =
          rows.find(Tables.PLACEMENTS, placement.toString())
              .orElseGet(() -> PlacementRow.empty(placement));
      rows.put(Tables.PLACEMENTS, before.external(standing(before.external(), row)));
    }
  }

  /** What ended last counts, in whatever order it is told. */
  private static PlacementRow.External standing(
      Optional<PlacementRow.External> before, ExternalRow row) {
    Optional<ExternalRow> succeeded =
        later(
            before.flatMap(PlacementRow.External::succeeded),
            Optional.of(row).filter(one -> one.deployment().succeeded()));
    return new PlacementRow.External(
        before.map(PlacementRow.External::last).filter(row::isOlderThan).orElse(row), succeeded);
  }

  private static Optional<ExternalRow> later(
      Optional<ExternalRow> before, Optional<ExternalRow> row) {
    return row.filter(one -> before.filter(one::isOlderThan).isEmpty()).or(() -> before);
  }
}
