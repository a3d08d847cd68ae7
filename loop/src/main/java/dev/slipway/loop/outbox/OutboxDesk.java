package dev.slipway.loop.outbox;

import dev.slipway.ledger.Outbox.Place;
import dev.slipway.loop.door.Notifications;
import dev.slipway.loop.port.Scheduler;
import dev.slipway.loop.pulls.PullWatch;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.NotificationName;
import dev.slipway.model.Organisation;
import dev.slipway.model.Placement;
import dev.slipway.model.Position;
import dev.slipway.model.notification.Happening;
import dev.slipway.model.notification.Occasion;
import dev.slipway.outlet.Dispatch.Sent;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Says how it goes with those who are told, and has one told that this is a test. Thread-safe. */
final class OutboxDesk implements Notifications {

  private static final Placement NOWHERE =
      new Placement(new ApplicationName("example"), new EnvironmentName("example"));

  private final Outgoing outgoing;
  private final Carrier carrier;
  private final Scheduler scheduler;
  private final InstantSource time;
  private final PullWatch pulls;

  OutboxDesk(
      Outgoing outgoing,
      Carrier carrier,
      PullWatch pulls,
      Scheduler scheduler,
      InstantSource time) {
    this.outgoing = outgoing;
    this.carrier = carrier;
    this.scheduler = scheduler;
    this.time = time;
    this.pulls = pulls;
  }

  @Override
  public CompletionStage<List<Standing>> of(Organisation organisation) {
    CompletableFuture<List<Standing>> all = new CompletableFuture<>();
    scheduler.execute(() ->
        all.complete(
            outgoing.of(organisation).stream()
                .map(it -> pulls.standing(organisation, it.standing(time.instant())))
                .toList()));
    return all;
  }

  @Override
  public CompletionStage<Tested> test(Organisation organisation, NotificationName name) {
    CompletableFuture<Tested> tested = new CompletableFuture<>();
    scheduler.execute(() ->
        outgoing
            .bag(new Place(organisation, name))
            .ifPresentOrElse(
                bag -> carrier.rehearse(bag, sample(), sent -> tested.complete(tested(sent))),
                () -> tested.complete(new Tested.Unknown())));
    return tested;
  }

  private Happening sample() {
    return new Happening(
        Position.START,
        time.instant(),
        Occasion.SETTLED,
        NOWHERE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Tested tested(Sent sent) {
    return switch (sent) {
      case Sent.Delivered _ -> new Tested.Delivered();
      case Sent.Declined(String because) -> new Tested.NotDelivered(because);
      case Sent.Failed(String because) -> new Tested.NotDelivered(because);
    };
  }
}
