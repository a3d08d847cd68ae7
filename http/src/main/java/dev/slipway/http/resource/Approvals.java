package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Digest;
import dev.slipway.model.command.Command;
import dev.slipway.model.guardrail.RejectionReason;
import dev.slipway.views.Tables;
import dev.slipway.wire.ApproveRequest;
import dev.slipway.wire.RejectRequest;

/** What people say for and against deliveries. */
public final class Approvals {

  private final Doors doors;
  private final Wishes wishes;

  public Approvals(Doors doors) {
    this.doors = doors;
    wishes = new Wishes(doors);
  }

  public Answer approve(Call call) {
    DeliveryId delivery = delivery(call);
    ApproveRequest asked = call.json(ApproveRequest.class);
    Command.Approve command =
        Applications.valid(() -> new Command.Approve(delivery, new Digest(asked.hash())));
    return wishes.carry(call, command, 202);
  }

  public Answer reject(Call call) {
    DeliveryId delivery = delivery(call);
    RejectRequest asked = call.json(RejectRequest.class);
    Command.Reject command =
        Applications.valid(() ->
            new Command.Reject(
                delivery, new Digest(asked.hash()), asked.reason().map(RejectionReason::new)));
    return wishes.carry(call, command, 202);
  }

  /** One that is there and may be seen. */
  private DeliveryId delivery(Call call) {
    DeliveryId asked = Deliveries.id(call);
    return new Reading(doors, call).get(Tables.DELIVERIES, asked.toString()).id();
  }
}
