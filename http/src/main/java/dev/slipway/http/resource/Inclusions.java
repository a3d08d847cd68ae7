package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.Refusal;
import dev.slipway.http.resource.Comparison.Point;
import dev.slipway.http.show.Including;
import dev.slipway.loop.door.Commits.Meant;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.state.Delivery;
import dev.slipway.views.Tables;
import dev.slipway.views.row.DeliveryRow;
import dev.slipway.views.row.PlacementRow;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Whether what is in force at a placement holds a commit. */
public final class Inclusions {

  /** What a repository says of a commit that it does not hold. */
  private static final String NOT_FOUND = "commit-not-found";

  private final Doors doors;
  private final Comparison comparison;

  public Inclusions(Doors doors) {
    this.doors = doors;
    comparison = new Comparison(doors);
  }

  public Answer get(Call call) {
    Reading reading = new Reading(doors, call);
    Placement placement = Placements.placement(call);
    PlacementRow row = reading.get(Tables.PLACEMENTS, placement.toString());
    String revision =
        Applications.revision(call.query("revision", text -> text))
            .orElseThrow(
                () -> Refusal.badRequest("revision-missing", "Say which commit: ?revision=…"));
    Optional<Delivery> inForce =
        row.inForce()
            .map(held -> new DeliveryId(placement, held.number()).toString())
            .flatMap(key -> reading.find(Tables.DELIVERIES, key))
            .map(DeliveryRow::delivery);
    if (inForce.isEmpty()) {
      return Answer.ok(Including.nothingInForce(placement));
    }
    return new Answer.Later(
        comparison
            .meaning(Point.of(inForce.get().change()).repository(), Optional.of(revision))
            .thenCompose(meant -> related(inForce.get(), meant)));
  }

  private CompletionStage<Answer> related(Delivery inForce, Meant meant) {
    return switch (meant) {
      case Meant.Known(var sha, _) ->
          comparison
              .inclusion(Point.of(inForce.change()), sha)
              .thenApplyAsync(
                  related -> Answer.ok(Including.of(inForce, sha, related)), doors.answering());
      case Meant.Unknown(Reason because) when because.code().equals(NOT_FOUND) ->
          CompletableFuture.supplyAsync(
              () -> Answer.ok(Including.unknown(inForce, because)), doors.answering());
      case Meant.Unknown(Reason because) -> CompletableFuture.failedStage(Refusal.of(422, because));
    };
  }
}
