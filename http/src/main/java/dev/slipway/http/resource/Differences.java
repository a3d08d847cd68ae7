package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.show.Differing;
import dev.slipway.loop.door.Commits.Told;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.need.CommitLog;
import dev.slipway.model.state.Artifact;
import dev.slipway.model.state.Delivery;
import dev.slipway.views.Tables;
import dev.slipway.views.row.DeliveryRow;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** What two deliveries of a placement have not in common. */
public final class Differences {

  /** How long a repository may keep the rest of the answer waiting. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Told NOTHING = new Told.Known(new CommitLog(List.of(), 0, true));
  private static final Told ELSEWHERE =
      new Told.Unknown(new Reason("other-repository", "The two come from different repositories."));
  private static final Told SLOW =
      new Told.Unknown(
          new Reason(
              "repository-slow", "The repository has not answered within 10 s. Ask again later."));

  private final Doors doors;

  public Differences(Doors doors) {
    this.doors = doors;
  }

  public Answer get(Call call) {
    Reading reading = new Reading(doors, call);
    Delivery to = reading.get(Tables.DELIVERIES, Deliveries.id(call).toString()).delivery();
    Optional<Delivery> from =
        call.query("from", number -> other(to, Integer.parseInt(number)))
            .map(key -> reading.get(Tables.DELIVERIES, key).delivery())
            .or(() -> base(to, reading));
    CompletionStage<Told> takenBack =
        from.isPresent() ? told(to, from.get()) : CompletableFuture.completedStage(NOTHING);
    return new Answer.Later(
        told(from, to)
            .thenCombineAsync(
                takenBack,
                (brings, takesBack) -> Answer.ok(Differing.of(from, to, brings, takesBack)),
                doors.answering()));
  }

  private static Optional<Delivery> base(Delivery to, Reading reading) {
    return to.base()
        .flatMap(number -> reading.find(Tables.DELIVERIES, other(to, number)))
        .map(DeliveryRow::delivery);
  }

  private static String other(Delivery one, int number) {
    return new DeliveryId(one.id().placement(), number).toString();
  }

  private CompletionStage<Told> told(Delivery base, Delivery head) {
    return told(Optional.of(base), head);
  }

  /** The commits that a delivery has and another one has not. */
  private CompletionStage<Told> told(Optional<Delivery> base, Delivery head) {
    Optional<Sha> before = base.map(delivery -> delivery.change().sha());
    if (before.filter(head.change().sha()::equals).isPresent()) {
      return CompletableFuture.completedStage(NOTHING);
    }
    RepositoryUrl repository = repository(head);
    if (base.filter(delivery -> !repository(delivery).equals(repository)).isPresent()) {
      return CompletableFuture.completedStage(ELSEWHERE);
    }
    return doors
        .commits()
        .between(repository, before, head.change().sha())
        .toCompletableFuture()
        .completeOnTimeout(SLOW, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static RepositoryUrl repository(Delivery delivery) {
    return switch (delivery.change().artifact()) {
      case Artifact.CommitArchive archive -> archive.repository();
    };
  }
}
