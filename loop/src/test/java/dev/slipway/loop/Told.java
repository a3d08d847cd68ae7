package dev.slipway.loop;

import dev.slipway.ledger.Batch;
import dev.slipway.ledger.Guards;
import dev.slipway.loop.door.Commands.Carried;
import dev.slipway.loop.door.Notifications.Standing;
import dev.slipway.loop.door.Notifications.Tested;
import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Digest;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.FileName;
import dev.slipway.model.NotificationName;
import dev.slipway.model.Organisation;
import dev.slipway.model.Placement;
import dev.slipway.model.PublicKey;
import dev.slipway.model.Reason;
import dev.slipway.model.StreamKey;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.entry.Draft;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.NotificationDeclared;
import dev.slipway.model.entry.RolloutFailed;
import dev.slipway.model.layer.Reach;
import dev.slipway.model.notification.NotificationDefinition;
import dev.slipway.model.notification.Occasion;
import dev.slipway.model.notification.Receiver;
import dev.slipway.outlet.Dispatch.Sent;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;

/** One server, whoever it tells, and what is written into its ledger. */
abstract class Told {

  static final Duration MOMENT = Duration.ofMillis(100);
  static final Duration HOUR = Duration.ofHours(1);
  static final Placement MAIL =
      new Placement(new ApplicationName("mail"), new EnvironmentName("dev"));

  final Premises premises = new Premises();
  final HandTurned hands = premises.hands;
  final Mail mail = new Mail(hands);
  final Host host = premises.shop();
  final Mortal turn = new Mortal(hands);
  Loop loop;

  @BeforeEach
  void start() {
    premises.dispatch = mail;
    premises.found();
    loop = premises.replica(turn, host);
  }

  Tested test(String name) {
    CompletableFuture<Tested> tested =
        loop.notifications()
            .test(Organisation.MAIN, new NotificationName(name))
            .toCompletableFuture();
    hands.pass(MOMENT);
    return tested.join();
  }

  Standing standing(String name) {
    CompletableFuture<List<Standing>> all =
        loop.notifications().of(Organisation.MAIN).toCompletableFuture();
    hands.pass(MOMENT);
    return all.join().stream()
        .filter(it -> isOf(it.definition().name(), name))
        .findFirst()
        .orElseThrow();
  }

  static boolean isOf(NotificationName name, String text) {
    return name.value().equals(text);
  }

  static Sent delivered() {
    return new Sent.Delivered();
  }

  static Sent nobody() {
    return new Sent.Failed("Nobody answers.");
  }

  void declare(String name, Occasion... occasions) {
    List<Occasion> wanted =
        occasions.length == 0 ? List.of(Occasion.values()) : Arrays.asList(occasions);
    write(
        new NotificationDeclared(
            new NotificationDefinition(
                new NotificationName(name),
                new Reach(List.of(), List.of(), List.of(), new TreeMap<>()),
                wanted,
                new Receiver.Slack(new FileName("slack-url"))),
            new Origin.Applied(ActorId.SLIPWAY, new Digest("sha256:" + "0".repeat(64)))));
  }

  void write(Entry entry) {
    write(List.of(entry));
  }

  void write(List<Entry> entries) {
    StreamKey stream = StreamKey.of(Organisation.MAIN);
    premises
        .ledger()
        .append(
            new Batch(
                entries.stream()
                    .map(it -> new Draft(stream, ActorId.SLIPWAY, Optional.empty(), it))
                    .toList(),
                Guards.NONE,
                Optional.empty()));
  }

  static Entry failed(int number) {
    return new RolloutFailed(delivery(number), because());
  }

  static DeliveryId delivery(int number) {
    return new DeliveryId(MAIL, number);
  }

  static DeliveryId shop(int number) {
    return new DeliveryId(
        new Placement(new ApplicationName("shop"), new EnvironmentName("dev")), number);
  }

  static Reason because() {
    return new Reason("because", "Because.");
  }

  /** A shipment that is queued and started at once. */
  void deployShop() {
    CompletableFuture<Carried> _ = Premises.wish(loop, "add", Premises.ADD);
    hands.pass(MOMENT);
    EnvironmentName dev = new EnvironmentName("dev");
    CompletableFuture<Carried> _ =
        Premises.wish(
            loop,
            "enrol",
            new Command.EnrolAgent(
                new ActorId("agent"),
                new TargetId(dev, new TargetName("local")),
                new PublicKey("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=")));
    hands.pass(MOMENT);
    CompletableFuture<Carried> _ =
        Premises.wish(
            loop,
            "deploy",
            new Command.Deploy(
                new ApplicationName("shop"),
                dev,
                Optional.of("main"),
                false,
                new TreeMap<>(),
                Optional.empty()));
    hands.pass(MOMENT);
  }
}
