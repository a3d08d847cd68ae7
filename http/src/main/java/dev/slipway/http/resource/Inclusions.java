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
import dev.slipway.model.RepositoryUrl;
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
    Optional<Sought> sought =
        inForce(reading, row).or(() -> row.external().flatMap(it -> external(reading, row, it)));
    if (sought.isEmpty()) {
      return Answer.ok(Including.nothingInForce(placement));
    }
    return new Answer.Later(
        comparison
            .meaning(sought.get().in().repository(), Optional.of(revision))
            .thenCompose(meant -> related(sought.get(), meant)));
  }

  /** What is looked into, and how that is told. */
  private record Sought(Point in, Including.Held held) {}

  private static Optional<Sought> inForce(Reading reading, PlacementRow row) {
    return row.inForce()
        .map(held -> new DeliveryId(row.placement(), held.number()).toString())
        .flatMap(key -> reading.find(Tables.DELIVERIES, key))
        .map(DeliveryRow::delivery)
        .map(delivery -> new Sought(Point.of(delivery.change()), Including.Held.of(delivery)));
  }

  /** Another tool brings commits of the repository that the application comes from now. */
  private static Optional<Sought> external(
      Reading reading, PlacementRow row, PlacementRow.External external) {
    return external
        .succeeded()
        .map(succeeded ->
            new Sought(
                new Point(repository(reading, row.placement()), succeeded.deployment().sha()),
                Including.Held.of(external, succeeded, reading.shown())));
  }

  private static RepositoryUrl repository(Reading reading, Placement placement) {
    return reading
        .application(placement)
        .definition()
        .repository()
        .orElseThrow(() ->
            Refusal.of(
                422,
                new Reason(
                    "no-repository",
                    "%s comes from no repository, so no commit of it can be looked at."
                        .formatted(placement.application()))));
  }

  private CompletionStage<Answer> related(Sought sought, Meant meant) {
    return switch (meant) {
      case Meant.Known(var sha, _) ->
          comparison
              .inclusion(sought.in(), sha)
              .thenApplyAsync(
                  related -> Answer.ok(Including.of(sought.held(), sha, related)),
                  doors.answering());
      case Meant.Unknown(Reason because) when because.code().equals(NOT_FOUND) ->
          CompletableFuture.supplyAsync(
              () -> Answer.ok(Including.unknown(sought.held(), because)), doors.answering());
      case Meant.Unknown(Reason because) -> CompletableFuture.failedStage(Refusal.of(422, because));
    };
  }
}
