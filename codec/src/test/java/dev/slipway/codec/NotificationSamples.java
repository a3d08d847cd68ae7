package dev.slipway.codec;

import static dev.slipway.codec.Samples.ALICE;

import dev.slipway.model.FileName;
import dev.slipway.model.NotificationName;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.entry.CommandReceived;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.NotificationDeclared;
import dev.slipway.model.entry.NotificationRemoved;
import dev.slipway.model.guardrail.CheckName;
import dev.slipway.model.layer.Reach;
import dev.slipway.model.notification.NotificationDefinition;
import dev.slipway.model.notification.Occasion;
import dev.slipway.model.notification.Receiver;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Who is told of what happens. */
final class NotificationSamples {

  private static final NotificationName NAME = new NotificationName("shop-team");

  private static final NotificationDefinition WEBHOOK =
      new NotificationDefinition(
          NAME,
          new Reach(
              List.of("shop"), List.of("prod*"), List.of(), new TreeMap<>(Map.of("region", "eu"))),
          List.of(Occasion.WAITING_FOR_APPROVAL, Occasion.FAILED),
          new Receiver.Webhook(
              "https://hooks.example/slipway",
              new TreeMap<>(Map.of("X-Team", "shop")),
              new TreeMap<>(Map.of("Authorization", new FileName("hook-token"))),
              Optional.of(new FileName("hook-secret"))));

  private static final NotificationDefinition SLACK =
      everything(new Receiver.Slack(new FileName("slack-url")));

  private static final NotificationDefinition GITHUB =
      everything(new Receiver.GitHub("slipway/shop"));

  private static final NotificationDefinition DEPLOYMENTS =
      new NotificationDefinition(
          NAME,
          new Reach(List.of(), List.of(), List.of(), new TreeMap<>()),
          List.of(Occasion.values()),
          new Receiver.GitHubDeployments(
              Optional.of("mail"),
              Optional.of(List.of(new CheckName("ci/build"))),
              true,
              true,
              Receiver.GitHubDeployments.Production.NO,
              Optional.of("https://staging.shop.example")));

  static final List<Entry> ENTRIES =
      List.of(
          new NotificationDeclared(WEBHOOK, new Origin.Applied(ALICE, Samples.DIGEST)),
          new NotificationRemoved(NAME, ALICE));

  static final Map<String, Entry> BY_NAME =
      Map.ofEntries(
          Map.entry(
              "notification-declared-slack",
              new NotificationDeclared(SLACK, new Origin.Applied(ALICE, Samples.DIGEST))),
          Map.entry(
              "notification-declared-github",
              new NotificationDeclared(GITHUB, new Origin.Applied(ALICE, Samples.DIGEST))),
          Map.entry(
              "notification-declared-grafana",
              declared(
                  new Receiver.Grafana(
                      "https://grafana.example",
                      new FileName("grafana-token"),
                      Optional.of("cIBgcSjkk")))),
          Map.entry(
              "notification-declared-cdevents",
              declared(
                  new Receiver.CdEvents(
                      "https://events.example/cdevents",
                      new TreeMap<>(Map.of("X-Team", "shop")),
                      new TreeMap<>(Map.of("Authorization", new FileName("hook-token"))),
                      Optional.of(new FileName("hook-secret"))))),
          Map.entry(
              "notification-declared-datadog",
              declared(new Receiver.Datadog("datadoghq.eu", new FileName("datadog-key")))),
          Map.entry(
              "notification-declared-email",
              declared(new Receiver.Email(new FileName("shop-people")))),
          Map.entry(
              "notification-declared-sentry",
              declared(
                  new Receiver.Sentry(
                      "https://sentry.io",
                      "acme",
                      List.of("shop-web", "shop-jobs"),
                      new FileName("sentry-token")))),
          Map.entry(
              "notification-declared-github-deployments",
              new NotificationDeclared(DEPLOYMENTS, new Origin.Applied(ALICE, Samples.DIGEST))),
          Map.entry(
              "notification-declared-github-pull-requests",
              declared(new Receiver.GitHubPullRequests("slipway/shop"))),
          Map.entry(
              "command-received-notification",
              new CommandReceived(
                  ALICE,
                  "key 1",
                  new Command.Apply(
                      List.of(new Document.OfNotification(WEBHOOK, Samples.DIGEST))))),
          Map.entry(
              "command-received-remove-notification",
              new CommandReceived(ALICE, "key 2", new Command.RemoveNotification(NAME))));

  private NotificationSamples() {}

  private static Entry declared(Receiver receiver) {
    return new NotificationDeclared(
        everything(receiver), new Origin.Applied(ALICE, Samples.DIGEST));
  }

  private static NotificationDefinition everything(Receiver receiver) {
    return new NotificationDefinition(
        NAME,
        new Reach(List.of(), List.of(), List.of(), new TreeMap<>()),
        List.of(Occasion.values()),
        receiver);
  }
}
