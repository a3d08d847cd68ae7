package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.Refusal;
import dev.slipway.http.show.Outside;
import dev.slipway.http.show.Shown;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.ResourceName;
import dev.slipway.model.ResourceVersion;
import dev.slipway.model.command.Command;
import dev.slipway.views.Page;
import dev.slipway.views.Tables;
import dev.slipway.views.row.ResourceRow;
import dev.slipway.wire.ResourcePage;
import dev.slipway.wire.ResourceRequest;

/** What lies outside of Slipway and is waited for. */
public final class Resources {

  private final Doors doors;
  private final Wishes wishes;

  public Resources(Doors doors) {
    this.doors = doors;
    wishes = new Wishes(doors);
  }

  public Answer list(Call call) {
    Reading reading = new Reading(doors, call);
    Page<ResourceRow> page = reading.list(Tables.RESOURCES, reading.asked());
    Shown shown = reading.shown();
    return Answer.ok(
        new ResourcePage(
            page.rows().stream().map(row -> Outside.resource(row, shown)).toList(),
            page.total(),
            Reading.next(page)));
  }

  /** Whoever belongs to its owner may say so, and need not be let see all else. */
  public Answer tell(Call call) {
    ResourceName resource = call.path("resource", ResourceName::new);
    if (!new Reading(doors, call).exists(Tables.RESOURCES, resource.value())) {
      throw Refusal.notFound();
    }
    ResourceRequest asked = call.json(ResourceRequest.class);
    Command.TellResource command =
        Applications.valid(() ->
            new Command.TellResource(
                resource,
                asked.environment().map(EnvironmentName::new),
                new ResourceVersion(asked.version())));
    return wishes.carry(call, command, 202);
  }
}
