package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.resource.Comparison.Point;
import dev.slipway.http.show.Differing;
import dev.slipway.loop.door.Commits.Meant;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.state.Delivery;
import dev.slipway.views.Tables;
import dev.slipway.views.row.ApplicationRow;
import dev.slipway.views.row.DeliveryRow;
import dev.slipway.views.row.PlacementRow;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What two deliveries of a placement have not in common, and what one more would bring. */
public final class Differences {

  private static final Reason NO_REPOSITORY =
      new Reason("no-repository", "The application has no repository to deploy from.");

  private final Doors doors;
  private final Comparison comparison;

  public Differences(Doors doors) {
    this.doors = doors;
    comparison = new Comparison(doors);
  }

  public Answer get(Call call) {
    Reading reading = new Reading(doors, call);
    Delivery to = reading.get(Tables.DELIVERIES, Deliveries.id(call).toString()).delivery();
    Optional<Delivery> from =
        call.query("from", number -> other(to, Integer.parseInt(number)))
            .map(key -> reading.get(Tables.DELIVERIES, key).delivery())
            .or(() -> base(to, reading));
    return new Answer.Later(
        comparison.bothWays(
            before(from),
            Point.of(to.change()),
            (brings, takesBack) -> Answer.ok(Differing.of(from, to, brings, takesBack))));
  }

  /** What deploying a commit would bring to what is in force now. */
  public Answer preview(Call call) {
    Reading reading = new Reading(doors, call);
    Placement placement = Placements.placement(call);
    ApplicationRow application = reading.application(placement);
    PlacementRow row = reading.get(Tables.PLACEMENTS, placement.toString());
    Optional<String> revision = Applications.revision(call.query("revision", text -> text));
    Optional<Delivery> from =
        row.inForce()
            .map(inForce -> new DeliveryId(placement, inForce.number()).toString())
            .flatMap(key -> reading.find(Tables.DELIVERIES, key))
            .map(DeliveryRow::delivery);
    Optional<RepositoryUrl> repository = application.definition().repository();
    if (repository.isEmpty()) {
      return Answer.ok(Differing.unknown(from, NO_REPOSITORY));
    }
    return new Answer.Later(
        comparison
            .meaning(repository.get(), revision)
            .thenCompose(meant -> previewed(from, repository.get(), meant)));
  }

  private CompletionStage<Answer> previewed(
      Optional<Delivery> from, RepositoryUrl repository, Meant meant) {
    return switch (meant) {
      case Meant.Unknown(Reason because) ->
          CompletableFuture.supplyAsync(
              () -> Answer.ok(Differing.unknown(from, because)), doors.answering());
      case Meant.Known to ->
          comparison.bothWays(
              before(from),
              new Point(repository, to.sha()),
              (brings, takesBack) -> Answer.ok(Differing.of(from, to, brings, takesBack)));
    };
  }

  private static Optional<Point> before(Optional<Delivery> from) {
    return from.map(Delivery::change).map(Point::of);
  }

  private static Optional<Delivery> base(Delivery to, Reading reading) {
    return to.base()
        .flatMap(number -> reading.find(Tables.DELIVERIES, other(to, number)))
        .map(DeliveryRow::delivery);
  }

  private static String other(Delivery one, int number) {
    return new DeliveryId(one.id().placement(), number).toString();
  }
}
