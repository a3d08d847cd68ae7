package dev.slipway.views.projection;

import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.TriggerEvaluated;
import dev.slipway.model.entry.TriggerEvaluated.Verdict;
import dev.slipway.views.Projection;
import dev.slipway.views.Rows;
import dev.slipway.views.Tables;
import dev.slipway.views.row.EventRow;
import dev.slipway.views.row.PushRow;
import java.util.List;

/** What became of each commit that was pushed: what the triggers of applications said of it. */
public final class Pushes implements Projection {

  @Override
  public void take(Recorded recorded, Rows rows) {
    if (recorded.entry() instanceof TriggerEvaluated evaluated) {
      rows.find(Tables.EVENTS, evaluated.event().toString())
          .flatMap(EventRow::head)
          .ifPresent(head -> rows.put(Tables.PUSHES, pushed(recorded, evaluated, head, rows)));
    }
  }

  private static PushRow pushed(
      Recorded recorded, TriggerEvaluated evaluated, EventRow.Head head, Rows rows) {
    PushRow.Said said =
        new PushRow.Said(
            evaluated.trigger(),
            evaluated.verdict() instanceof Verdict.Matched,
            evaluated.verdict().because());
    return rows.find(
            Tables.PUSHES, PushRow.key(evaluated.application(), evaluated.event(), head.ref()))
        .orElseGet(() ->
            new PushRow(
                evaluated.application(),
                evaluated.event(),
                recorded.at(),
                head.ref(),
                head.sha(),
                List.of()))
        .with(said);
  }
}
