package dev.slipway.http.show;

import dev.slipway.views.row.ExternalRow;
import dev.slipway.views.row.PlacementRow;
import dev.slipway.wire.ExternalDeployment;
import dev.slipway.wire.ExternalOutcome;
import dev.slipway.wire.ExternalStanding;

/** Shows what other tools deployed. Stateless. */
public final class Externals {

  private Externals() {}

  public static ExternalDeployment deployment(ExternalRow row, Shown shown) {
    var told = row.deployment();
    return new ExternalDeployment(
        told.placement().application().value(),
        told.placement().environment().value(),
        told.sha().value(),
        told.run().tool().value(),
        told.run().id().value(),
        ExternalOutcome.valueOf(told.outcome().name()),
        told.started(),
        told.ended(),
        told.link().map(it -> it.value()),
        shown.actor(row.by()),
        row.at(),
        row.position().value());
  }

  static ExternalStanding standing(PlacementRow.External external, Shown shown) {
    return new ExternalStanding(
        deployment(external.last(), shown),
        external.succeeded().map(row -> deployment(row, shown)));
  }
}
