package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Link;
import dev.slipway.model.Sha;
import dev.slipway.model.command.Command;
import dev.slipway.model.guardrail.CheckName;
import dev.slipway.model.guardrail.CheckNote;
import dev.slipway.model.guardrail.CheckState;
import dev.slipway.views.Tables;
import dev.slipway.wire.CheckRequest;

/** What checks of commits came to. */
public final class Checks {

  private final Doors doors;
  private final Wishes wishes;

  public Checks(Doors doors) {
    this.doors = doors;
    wishes = new Wishes(doors);
  }

  public Answer report(Call call) {
    ApplicationName application =
        new Reading(doors, call)
            .get(Tables.APPLICATIONS, call.path("application", ApplicationName::new).value())
            .definition()
            .name();
    CheckRequest asked = call.json(CheckRequest.class);
    Command.ReportCheck command =
        Applications.valid(() ->
            new Command.ReportCheck(
                application,
                new Sha(asked.sha()),
                new CheckName(asked.name()),
                CheckState.valueOf(asked.state().name()),
                asked.description().map(CheckNote::new),
                asked.url().map(Link::new),
                asked.at()));
    return wishes.carry(call, command, 202);
  }
}
