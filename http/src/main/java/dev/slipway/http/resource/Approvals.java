package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.show.Ballots;
import dev.slipway.http.show.Shown;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Digest;
import dev.slipway.model.Reason;
import dev.slipway.model.command.Command;
import dev.slipway.model.guardrail.Ballot;
import dev.slipway.model.guardrail.RejectionReason;
import dev.slipway.views.Tables;
import dev.slipway.wire.ApproveRequest;
import dev.slipway.wire.RejectRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What people say for and against deliveries. */
public final class Approvals {

  /** How long a repository may keep the answer waiting. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Optional<Reason> SLOW =
      Optional.of(
          new Reason(
              "repository-slow",
              "Who wrote this is not known yet: the repository has not answered within 10 s."));
  private static final Ballot UNKNOWN = new Ballot(List.of(), SLOW, SLOW);

  private final Doors doors;
  private final Wishes wishes;

  public Approvals(Doors doors) {
    this.doors = doors;
    wishes = new Wishes(doors);
  }

  public Answer ballot(Call call) {
    DeliveryId delivery = delivery(call);
    return new Answer.Later(
        doors
            .previews()
            .ballot(call.organisation(), delivery, call.actor())
            .toCompletableFuture()
            .completeOnTimeout(UNKNOWN, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
            .thenApplyAsync(
                ballot ->
                    Answer.ok(
                        Ballots.ballot(ballot, Shown.to(call.organisation(), doors.credentials()))),
                doors.answering()));
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
