package dev.slipway.views.projection;

import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.TriggerEvaluated;
import dev.slipway.model.entry.TriggerEvaluated.Verdict;
import dev.slipway.model.state.Shipment;
import dev.slipway.model.state.Shipment.MadeBy;
import dev.slipway.views.Projection;
import dev.slipway.views.Rows;
import dev.slipway.views.Tables;
import dev.slipway.views.row.EvaluationRow;
import java.util.Optional;

/** What triggers said of events, and the shipments that came of it. */
public final class Evaluations implements Projection {

  @Override
  public void take(Recorded recorded, Rows rows) {
    if (recorded.entry() instanceof TriggerEvaluated evaluated) {
      rows.put(
          Tables.EVALUATIONS,
          new EvaluationRow(
              recorded.position(),
              recorded.at(),
              evaluated.application(),
              evaluated.trigger(),
              evaluated.event(),
              evaluated.verdict() instanceof Verdict.Matched,
              evaluated.verdict().because(),
              Optional.empty()));
    } else if (recorded.entry() instanceof ShipmentMade made) {
      Causes.event(recorded, rows)
          .ifPresent(event ->
              rows.where(Tables.EVALUATIONS, "event", event.toString()).stream()
                  .filter(evaluation -> isOf(evaluation, made.shipment()))
                  .forEach(evaluation ->
                      rows.put(Tables.EVALUATIONS, evaluation.made(made.shipment().id()))));
    }
  }

  private static boolean isOf(EvaluationRow evaluation, Shipment shipment) {
    return evaluation.matched()
        && evaluation.shipment().isEmpty()
        && evaluation.application().equals(shipment.application())
        && shipment.madeBy() instanceof MadeBy.Trigger made
        && made.trigger().equals(evaluation.trigger());
  }
}
