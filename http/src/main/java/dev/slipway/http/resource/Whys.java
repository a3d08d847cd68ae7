package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.show.Guardrails;
import dev.slipway.model.Placement;
import dev.slipway.views.Tables;

/** Why things are as they are. */
public final class Whys {

  private final Doors doors;

  public Whys(Doors doors) {
    this.doors = doors;
  }

  public Answer why(Call call) {
    Placement placement = Placements.placement(call);
    new Reading(doors, call).get(Tables.PLACEMENTS, placement.toString());
    return Answer.ok(Guardrails.why(doors.explanations().why(call.organisation(), placement)));
  }
}
