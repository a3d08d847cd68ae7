package dev.slipway.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.ledger.Batch;
import dev.slipway.ledger.Guards;
import dev.slipway.loop.door.Commands.Carried;
import dev.slipway.loop.door.Notifications.Standing;
import dev.slipway.loop.door.Notifications.State;
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
import dev.slipway.model.Position;
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
import dev.slipway.model.entry.NotificationRemoved;
import dev.slipway.model.entry.RolloutFailed;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.RolloutStuck;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Word sent out: nothing is lost, at most one is repeated, and nobody waits for anybody else. */
class OutboxTest {

  private static final Duration MOMENT = Duration.ofMillis(100);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Placement MAIL =
      new Placement(new ApplicationName("mail"), new EnvironmentName("dev"));

  private final Premises premises = new Premises();
  private final HandTurned hands = premises.hands;
  private final Mail mail = new Mail(hands);
  private final Host host = premises.shop();
  private final Mortal turn = new Mortal(hands);
  private Loop loop;

  @BeforeEach
  void start() {
    premises.dispatch = mail;
    premises.found();
    loop = premises.replica(turn, host);
  }

  @Test
  void what_ends_is_told_at_once() {
    declare("team");
    write(failed(1));
    hands.pass(MOMENT);
    assertThat(mail.arrived).containsExactly("team: failed #1");
  }

  @Test
  void what_is_queued_and_started_within_five_seconds_is_one_message() {
    declare("team");
    deployShop();
    assertThat(mail.arrived).isEmpty();
    hands.pass(Duration.ofSeconds(5));
    assertThat(mail.arrived).containsExactly("team: queued+started #1");
    assertThat(mail.tellings.getFirst().last().sha()).isPresent();
  }

  @Test
  void what_ends_sooner_does_not_overtake_it() {
    declare("team");
    deployShop();
    write(new RolloutStuck(shop(1), because(), "slipway settle"));
    hands.pass(MOMENT);
    assertThat(mail.arrived).containsExactly("team: queued+started #1", "team: stuck #1");
  }

  @Test
  void what_was_written_together_is_all_told() {
    declare("team");
    write(List.of(failed(1), failed(2), failed(3)));
    hands.pass(MOMENT);
    assertThat(mail.arrived)
        .containsExactly("team: failed #1", "team: failed #2", "team: failed #3");
  }

  @Test
  void nobody_is_told_what_happened_before_it_was_declared_or_after_it_ended() {
    write(failed(1));
    declare("team");
    write(failed(2));
    hands.pass(MOMENT);
    write(new NotificationRemoved(new NotificationName("team"), ActorId.SLIPWAY));
    write(failed(3));
    hands.pass(HOUR);
    assertThat(mail.arrived).containsExactly("team: failed #2");
    declare("team");
    hands.pass(HOUR);
    assertThat(mail.arrived).hasSize(1);
  }

  @Test
  void only_what_was_asked_for_is_told() {
    declare("team", Occasion.SETTLED);
    write(failed(1));
    write(new RolloutSettled(delivery(2)));
    hands.pass(MOMENT);
    assertThat(mail.arrived).containsExactly("team: settled #2");
  }

  @Test
  void a_receiver_that_is_away_for_an_hour_misses_nothing_and_delays_nobody() {
    declare("away");
    declare("team");
    mail.answer = telling -> isOf(telling.notification(), "away") ? nobody() : delivered();
    for (int number = 1; number <= 10; number++) {
      write(failed(number));
      hands.pass(MOMENT);
      assertThat(mail.arrived).hasSize(number).last().isEqualTo("team: failed #" + number);
    }
    hands.pass(HOUR);
    assertThat(standing("away").state()).isEqualTo(State.DEAD);
    assertThat(standing("away").failure()).contains("Nobody answers.");
    assertThat(standing("away").owed()).isEqualTo(10);
    mail.arrived.clear();
    mail.answer = _ -> delivered();
    hands.pass(Duration.ofMinutes(6));
    assertThat(mail.arrived)
        .containsExactly(
            "away: failed #1",
            "away: failed #2",
            "away: failed #3",
            "away: failed #4",
            "away: failed #5",
            "away: failed #6",
            "away: failed #7",
            "away: failed #8",
            "away: failed #9",
            "away: failed #10");
    assertThat(standing("away").state()).isEqualTo(State.IDLE);
    assertThat(standing("away").failure()).contains("Nobody answers.");
    assertThat(standing("away").failingSince()).isEmpty();
  }

  @Test
  void it_is_tried_again_after_longer_and_longer_waits_and_never_given_up() {
    declare("team");
    mail.answer = _ -> nobody();
    write(failed(1));
    hands.pass(HOUR);
    List<Long> tries = mail.tries;
    assertThat(tries.get(1) - tries.get(0)).isBetween(3L, 7L);
    assertThat(tries.get(2) - tries.get(1)).isBetween(7L, 13L);
    assertThat(tries.getLast() - tries.get(tries.size() - 2)).isBetween(239L, 361L);
    assertThat(tries).hasSizeBetween(12, 30);
  }

  @Test
  void a_message_that_a_receiver_does_not_want_is_left_out_and_the_next_one_says_so() {
    declare("team");
    mail.answer =
        telling ->
            telling.last().number().equals(Optional.of(1))
                ? new Sent.Declined("It answered 413.")
                : delivered();
    write(failed(1));
    write(failed(2));
    hands.pass(HOUR);
    assertThat(mail.arrived).containsExactly("team: failed #2 after 1 left out");
    assertThat(mail.tries).hasSize(4);
  }

  @Test
  void what_is_older_than_a_day_is_left_out_and_so_is_what_is_too_much() {
    declare("team");
    mail.answer = _ -> nobody();
    write(failed(1));
    hands.pass(Duration.ofHours(25));
    write(IntStream.rangeClosed(2, 1005).mapToObj(OutboxTest::failed).toList());
    hands.pass(MOMENT);
    assertThat(standing("team").owed()).isLessThanOrEqualTo(1000);
    mail.answer = _ -> delivered();
    hands.pass(HOUR);
    assertThat(mail.arrived)
        .hasSize(1000)
        .startsWith("team: failed #6 after 5 left out", "team: failed #7")
        .endsWith("team: failed #1005");
  }

  @Test
  void a_process_that_dies_between_sending_and_keeping_that_repeats_one_message_and_loses_none() {
    declare("team");
    write(failed(1));
    hands.pass(MOMENT);
    mail.answer =
        telling -> {
          mail.arrived(telling);
          turn.end();
          throw new Mail.Killed();
        };
    write(failed(2));
    assertThatThrownBy(() -> hands.pass(MOMENT)).isInstanceOf(Mail.Killed.class);
    write(failed(3));
    mail.answer = _ -> delivered();
    loop = premises.replica(hands, host);
    hands.pass(Duration.ofMinutes(3));
    assertThat(mail.arrived)
        .containsExactly(
            "team: failed #1", "team: failed #2", "team: failed #2", "team: failed #3");
    assertThat(mail.tellings.get(1).id()).isEqualTo(mail.tellings.get(2).id());
  }

  @Test
  void a_process_that_dies_before_it_sends_leaves_it_to_the_next() {
    declare("team");
    mail.answer = _ -> nobody();
    write(failed(1));
    hands.pass(MOMENT);
    turn.end();
    write(failed(2));
    mail.answer = _ -> delivered();
    loop = premises.replica(hands, host);
    hands.pass(Duration.ofMinutes(3));
    assertThat(mail.arrived).containsExactly("team: failed #1", "team: failed #2");
  }

  @Test
  void of_two_processes_one_sends_and_the_other_takes_over_when_it_dies() {
    Loop _ = premises.replica(hands, host);
    declare("team");
    for (int number = 1; number <= 3; number++) {
      write(failed(number));
      hands.pass(Duration.ofSeconds(20));
    }
    hands.pass(HOUR);
    assertThat(mail.arrived)
        .containsExactly("team: failed #1", "team: failed #2", "team: failed #3");
    turn.end();
    write(failed(4));
    hands.pass(Duration.ofMinutes(3));
    assertThat(mail.arrived).hasSize(4).last().isEqualTo("team: failed #4");
  }

  @Test
  void after_a_long_silence_a_start_reads_little() {
    declare("quiet", Occasion.STUCK);
    write(IntStream.rangeClosed(1, 2500).mapToObj(OutboxTest::failed).toList());
    hands.pass(HOUR);
    Position upTo = premises.outbox.all().values().iterator().next().upTo();
    assertThat(premises.ledger().head().value() - upTo.value()).isLessThan(1000);
    assertThat(mail.tries).isEmpty();
  }

  @Test
  void a_test_says_that_it_is_one_and_what_became_of_it() {
    declare("team");
    hands.pass(MOMENT);
    assertThat(test("team")).isEqualTo(new Tested.Delivered());
    assertThat(mail.arrived).containsExactly("team: test ");
    mail.answer = _ -> nobody();
    assertThat(test("team")).isEqualTo(new Tested.NotDelivered("Nobody answers."));
    assertThat(test("nobody")).isEqualTo(new Tested.Unknown());
    assertThat(standing("team").state()).isEqualTo(State.IDLE);
  }

  private Tested test(String name) {
    CompletableFuture<Tested> tested =
        loop.notifications()
            .test(Organisation.MAIN, new NotificationName(name))
            .toCompletableFuture();
    hands.pass(MOMENT);
    return tested.join();
  }

  private Standing standing(String name) {
    CompletableFuture<List<Standing>> all =
        loop.notifications().of(Organisation.MAIN).toCompletableFuture();
    hands.pass(MOMENT);
    return all.join().stream()
        .filter(it -> isOf(it.definition().name(), name))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isOf(NotificationName name, String text) {
    return name.value().equals(text);
  }

  private static Sent delivered() {
    return new Sent.Delivered();
  }

  private static Sent nobody() {
    return new Sent.Failed("Nobody answers.");
  }

  private void declare(String name, Occasion... occasions) {
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

  private void write(Entry entry) {
    write(List.of(entry));
  }

  private void write(List<Entry> entries) {
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

  private static Entry failed(int number) {
    return new RolloutFailed(delivery(number), because());
  }

  private static DeliveryId delivery(int number) {
    return new DeliveryId(MAIL, number);
  }

  private static DeliveryId shop(int number) {
    return new DeliveryId(
        new Placement(new ApplicationName("shop"), new EnvironmentName("dev")), number);
  }

  private static Reason because() {
    return new Reason("because", "Because.");
  }

  /** A shipment that is queued and started at once. */
  private void deployShop() {
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
