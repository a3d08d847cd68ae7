package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.Refusal;
import dev.slipway.http.show.Ballots;
import dev.slipway.http.show.Shown;
import dev.slipway.model.ActorId;
import dev.slipway.model.GroupName;
import dev.slipway.model.command.Command;
import dev.slipway.model.guardrail.Ballot;
import dev.slipway.views.Page;
import dev.slipway.views.Tables;
import dev.slipway.views.row.GroupRow;
import dev.slipway.wire.GroupPage;
import java.util.Optional;

/** Who belongs to which group. */
public final class Groups {

  private final Doors doors;
  private final Wishes wishes;

  public Groups(Doors doors) {
    this.doors = doors;
    wishes = new Wishes(doors);
  }

  public Answer list(Call call) {
    Reading reading = new Reading(doors, call);
    Page<GroupRow> page = reading.list(Tables.GROUPS, reading.asked());
    Shown shown = reading.shown();
    return Answer.ok(
        new GroupPage(
            page.rows().stream()
                .map(row -> Ballots.group(new Ballot.Group(row.group(), row.members()), shown))
                .toList(),
            page.total(),
            Reading.next(page)));
  }

  /** Only somebody who is known comes in: a misspelt id would wait for nobody's word for ever. */
  public Answer add(Call call) {
    ActorId person = known(call).orElseThrow(Refusal::notFound);
    return wishes.carry(call, new Command.AddMember(group(call), person), 201);
  }

  /** Whoever was forgotten meanwhile can still be taken out. */
  public Answer remove(Call call) {
    ActorId person = known(call).orElseGet(() -> asked(call));
    return wishes.carry(call, new Command.RemoveMember(group(call), person), 200);
  }

  private Optional<ActorId> known(Call call) {
    return doors.persons().known(call.organisation(), asked(call));
  }

  private static ActorId asked(Call call) {
    return call.path("person", ActorId::new);
  }

  private static GroupName group(Call call) {
    return call.path("group", GroupName::new);
  }
}
