package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Digest;
import dev.slipway.model.Remark;
import dev.slipway.model.command.Command;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.views.Tables;
import dev.slipway.wire.BypassRequest;

/** What owners let deliveries go past. */
public final class Bypasses {

  private final Doors doors;
  private final Wishes wishes;

  public Bypasses(Doors doors) {
    this.doors = doors;
    wishes = new Wishes(doors);
  }

  public Answer bypass(Call call) {
    DeliveryId delivery =
        new Reading(doors, call).get(Tables.DELIVERIES, Deliveries.id(call).toString()).id();
    BypassRequest asked = call.json(BypassRequest.class);
    Command.Bypass command =
        Applications.valid(() ->
            new Command.Bypass(
                delivery,
                new Digest(asked.hash()),
                new GuardrailName(asked.guardrail()),
                new Remark(asked.because())));
    return wishes.carry(call, command, 202);
  }
}
