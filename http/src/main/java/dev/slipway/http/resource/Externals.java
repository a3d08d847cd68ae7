package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.Refusal;
import dev.slipway.http.show.Shown;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Link;
import dev.slipway.model.Placement;
import dev.slipway.model.Scope;
import dev.slipway.model.Sha;
import dev.slipway.model.command.Command;
import dev.slipway.model.external.ExternalOutcome;
import dev.slipway.model.external.ExternalReport;
import dev.slipway.model.external.ExternalRun;
import dev.slipway.model.external.RunId;
import dev.slipway.model.external.ToolName;
import dev.slipway.views.Page;
import dev.slipway.views.Tables;
import dev.slipway.views.row.ExternalRow;
import dev.slipway.wire.ExternalPage;
import dev.slipway.wire.ExternalRequest;

/** What other tools deployed. */
public final class Externals {

  private final Doors doors;
  private final Wishes wishes;

  public Externals(Doors doors) {
    this.doors = doors;
    wishes = new Wishes(doors);
  }

  public Answer list(Call call) {
    Reading reading = new Reading(doors, call);
    String placement = reading.get(Tables.PLACEMENTS, Placements.placement(call).toString()).key();
    Page<ExternalRow> page =
        reading.list(Tables.EXTERNALS, reading.asked().where("placement", placement));
    Shown shown = reading.shown();
    return Answer.ok(
        new ExternalPage(
            page.rows().stream()
                .map(row -> dev.slipway.http.show.Externals.deployment(row, shown))
                .toList(),
            page.total(),
            Reading.next(page)));
  }

  /** Nothing of the placement has to be here yet: its application may be on no route to it. */
  public Answer record(Call call) {
    Placement placement = Placements.placement(call);
    if (!new Reading(doors, call).maySee(new Scope.OfPlacement(placement))
        || !isHere(call, placement.application())) {
      throw Refusal.notFound();
    }
    ExternalRequest asked = call.json(ExternalRequest.class);
    ExternalReport report =
        Applications.valid(() ->
            new ExternalReport(
                placement,
                new Sha(asked.sha()),
                new ExternalRun(new ToolName(asked.tool()), new RunId(asked.id())),
                ExternalOutcome.valueOf(asked.outcome().name()),
                asked.startedAt(),
                asked.endedAt(),
                asked.url().map(Link::new)));
    return wishes.carry(call, new Command.RecordExternal(report), 200);
  }

  private boolean isHere(Call call, ApplicationName application) {
    return doors
        .tables()
        .find(call.organisation(), Tables.APPLICATIONS, application.value())
        .isPresent();
  }
}
