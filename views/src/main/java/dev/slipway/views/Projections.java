package dev.slipway.views;

import dev.slipway.model.entry.Recorded;
import dev.slipway.views.projection.Campaigns;
import dev.slipway.views.projection.Definitions;
import dev.slipway.views.projection.Deliveries;
import dev.slipway.views.projection.Entries;
import dev.slipway.views.projection.Evaluations;
import dev.slipway.views.projection.Events;
import dev.slipway.views.projection.Externals;
import dev.slipway.views.projection.Groups;
import dev.slipway.views.projection.Jobs;
import dev.slipway.views.projection.Locks;
import dev.slipway.views.projection.Members;
import dev.slipway.views.projection.Placements;
import dev.slipway.views.projection.Pushes;
import dev.slipway.views.projection.Resources;
import dev.slipway.views.projection.Revisions;
import dev.slipway.views.projection.Secrets;
import dev.slipway.views.projection.ShipSets;
import dev.slipway.views.projection.Shipments;
import dev.slipway.views.projection.Tokens;
import java.util.List;

/** All projections, in the order in which they read each other's rows. Stateless. */
public final class Projections {

  private static final List<Projection> ALL =
      List.of(
          new Entries(),
          new Events(),
          new Evaluations(),
          new Pushes(),
          new Shipments(),
          new Deliveries(),
          new Members(),
          new Jobs(),
          new Placements(),
          new Externals(),
          new Definitions(),
          new Tokens(),
          new Locks(),
          new Groups(),
          new Resources(),
          new Secrets(),
          new Revisions(),
          new ShipSets(),
          new Campaigns());

  private Projections() {}

  /** Takes one entry. */
  public static void take(Recorded recorded, Rows rows) {
    ALL.forEach(projection -> projection.take(recorded, rows));
  }
}
