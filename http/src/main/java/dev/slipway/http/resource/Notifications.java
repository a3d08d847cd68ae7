package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.Refusal;
import dev.slipway.http.show.Explained;
import dev.slipway.http.show.Shown;
import dev.slipway.loop.door.Notifications.Standing;
import dev.slipway.loop.door.Notifications.Tested;
import dev.slipway.model.NotificationName;
import dev.slipway.model.command.Command;
import dev.slipway.model.notification.Occasion;
import dev.slipway.model.notification.Receiver;
import dev.slipway.wire.Notification;
import dev.slipway.wire.NotificationList;
import dev.slipway.wire.NotificationOutlet;
import dev.slipway.wire.NotificationState;
import dev.slipway.wire.NotificationTested;
import java.net.URI;
import java.util.Optional;

/** Who is told of what happens, and how that goes. */
public final class Notifications {

  private final Doors doors;
  private final Wishes wishes;

  public Notifications(Doors doors) {
    this.doors = doors;
    wishes = new Wishes(doors);
  }

  public Answer list(Call call) {
    return new Answer.Later(
        doors
            .notifications()
            .of(call.organisation())
            .thenApplyAsync(
                all ->
                    Answer.ok(
                        new NotificationList(all.stream().map(Notifications::shown).toList())),
                doors.answering()));
  }

  public Answer remove(Call call) {
    return wishes.carry(call, new Command.RemoveNotification(name(call)), 200);
  }

  /** Sends a message that says it is a test; that is no wish, for nothing is another afterwards. */
  public Answer test(Call call) {
    doors
        .administration()
        .refusalToAdminister(call.organisation(), call.actor())
        .ifPresent(because -> {
          throw Refusal.of(403, Shown.to(call.organisation(), doors.credentials()).said(because));
        });
    return new Answer.Later(
        doors
            .notifications()
            .test(call.organisation(), name(call))
            .thenApplyAsync(
                tested ->
                    switch (tested) {
                      case Tested.Delivered _ ->
                          Answer.ok(new NotificationTested(true, Optional.empty()));
                      case Tested.NotDelivered(String because) ->
                          Answer.ok(new NotificationTested(false, Optional.of(because)));
                      case Tested.Unknown _ -> throw Refusal.notFound();
                    },
                doors.answering()));
  }

  private static NotificationName name(Call call) {
    return call.path("notification", NotificationName::new);
  }

  private static Notification shown(Standing standing) {
    Receiver receiver = standing.definition().receiver();
    return new Notification(
        standing.definition().name().value(),
        Explained.reach(standing.definition().reach()),
        standing.definition().occasions().stream()
            .filter(standing.definition()::wants)
            .map(Occasion::word)
            .toList(),
        switch (receiver) {
          case Receiver.Slack _ -> NotificationOutlet.SLACK;
          case Receiver.Webhook _ -> NotificationOutlet.WEBHOOK;
          case Receiver.GitHub _, Receiver.GitHubDeployments _, Receiver.GitHubPullRequests _ ->
              NotificationOutlet.GITHUB;
          case Receiver.CdEvents _ -> NotificationOutlet.CDEVENTS;
          case Receiver.Datadog _ -> NotificationOutlet.DATADOG;
          case Receiver.Email _ -> NotificationOutlet.EMAIL;
          case Receiver.Sentry _ -> NotificationOutlet.SENTRY;
          case Receiver.Grafana _ -> NotificationOutlet.GRAFANA;
        },
        host(receiver),
        switch (standing.state()) {
          case IDLE -> NotificationState.IDLE;
          case OWING -> NotificationState.OWING;
          case FAILING -> NotificationState.FAILING;
          case DEAD -> NotificationState.DEAD;
        },
        standing.owed(),
        standing.leftOut(),
        standing.lastSent(),
        standing.failingSince(),
        standing.failedAt(),
        standing.failure());
  }

  /** The path of an address may be a credential, and many who look here need not know it. */
  private static Optional<String> host(Receiver receiver) {
    return switch (receiver) {
      case Receiver.Slack _,
          Receiver.Email _,
          Receiver.GitHub _,
          Receiver.GitHubDeployments _,
          Receiver.GitHubPullRequests _ ->
          Optional.empty();
      case Receiver.Webhook webhook -> hostOf(webhook.url());
      case Receiver.CdEvents cdEvents -> hostOf(cdEvents.url());
      case Receiver.Datadog datadog -> Optional.of(datadog.site());
      case Receiver.Sentry sentry -> hostOf(sentry.url());
      case Receiver.Grafana grafana -> hostOf(grafana.url());
    };
  }

  private static Optional<String> hostOf(String url) {
    try {
      return Optional.ofNullable(URI.create(url).getHost());
    } catch (IllegalArgumentException noUrl) {
      return Optional.empty();
    }
  }
}
