package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.show.Foreseen;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Scope;
import dev.slipway.model.state.Outlook;
import dev.slipway.views.row.ApplicationRow;
import dev.slipway.wire.Preview;
import dev.slipway.wire.PreviewRequest;
import java.util.Optional;

/** What deploying a commit, or a document that is still being worked on, would come to. */
public final class Previews {

  private final Doors doors;
  private final Drafts drafts;

  public Previews(Doors doors) {
    this.doors = doors;
    drafts = new Drafts(doors);
  }

  /** Only environments that its asker may see are told of. */
  public Answer look(Call call) {
    Reading reading = new Reading(doors, call);
    ApplicationRow row = reading.anywhere(call.path("application", ApplicationName::new));
    PreviewRequest asked = call.json(PreviewRequest.class);
    Optional<String> revision = Applications.revision(asked.revision());
    return new Answer.Later(
        doors
            .previews()
            .outlook(
                call.organisation(),
                call.actor(),
                row.definition().name(),
                revision,
                asked.definition().map(file -> drafts.definition(row, file)))
            .thenApplyAsync(
                outlook -> Answer.ok(shown(new Reading(doors, call), outlook)), doors.answering()));
  }

  private static Preview shown(Reading reading, Outlook outlook) {
    return new Preview(
        outlook.stops().stream()
            .filter(stop -> reading.maySee(new Scope.OfPlacement(stop.at())))
            .map(Foreseen::stop)
            .toList());
  }
}
