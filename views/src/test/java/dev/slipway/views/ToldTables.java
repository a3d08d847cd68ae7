package dev.slipway.views;

import dev.slipway.model.Organisation;
import dev.slipway.model.Reason;
import dev.slipway.views.row.DeliveryRow;
import dev.slipway.views.row.PlacementRow;
import dev.slipway.views.row.ShipmentRow;

/** Read tables that were told a story, and how a test looks at them. */
abstract class ToldTables {

  static final Organisation OURS = Organisation.MAIN;
  static final Organisation THEIRS = new Organisation("theirs");
  static final Reason BECAUSE = new Reason("unhealthy", "It did not answer.");

  final Story story = new Story(OURS).declared();

  /** Tables that have read nothing. */
  protected abstract ReadTables tables();

  final ReadTables told() {
    ReadTables tables = tables();
    tables.take(story.written());
    return tables;
  }

  static DeliveryRow delivery(ReadTables tables, int number) {
    return tables.find(OURS, Tables.DELIVERIES, Story.delivery(number).toString()).orElseThrow();
  }

  static PlacementRow staging(ReadTables tables) {
    return tables.find(OURS, Tables.PLACEMENTS, Story.SHOP_STAGING.toString()).orElseThrow();
  }

  static ShipmentRow shipment(ReadTables tables, int n) {
    return tables.find(OURS, Tables.SHIPMENTS, Story.shipment(n).id().value()).orElseThrow();
  }
}
