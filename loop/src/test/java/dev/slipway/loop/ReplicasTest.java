package dev.slipway.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.fold.World;
import dev.slipway.ledger.Batch;
import dev.slipway.ledger.Guards;
import dev.slipway.loop.door.Agents;
import dev.slipway.loop.door.Commands.Carried;
import dev.slipway.loop.keeper.Founding;
import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Organisation;
import dev.slipway.model.Placement;
import dev.slipway.model.PublicKey;
import dev.slipway.model.StreamKey;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.CauseSettled;
import dev.slipway.model.entry.CommandReceived;
import dev.slipway.model.entry.Draft;
import dev.slipway.model.entry.FormatRaised;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several processes of one server on one ledger: what one leaves behind another goes on with. */
class ReplicasTest {

  private static final ApplicationName SHOP = new ApplicationName("shop");
  private static final EnvironmentName DEV = new EnvironmentName("dev");
  private static final Duration MOMENT = Duration.ofSeconds(1);
  private static final Duration LATER = Duration.ofHours(2);

  private final Premises premises = new Premises();
  private final HandTurned hands = premises.hands;
  private final Host host = premises.shop();
  private final Mortal firstTurn = new Mortal(hands);
  private Loop first;
  private Loop second;

  @BeforeEach
  void found() {
    premises.found();
    first = premises.replica(firstTurn, host);
    second = premises.replica(hands, host);
  }

  private static World world(Loop loop) {
    return loop.memory().world(Organisation.MAIN);
  }

  private static boolean isUnderWay(Loop loop) {
    return world(loop).deliveries().placement(new Placement(SHOP, DEV)).active().isPresent();
  }

  private static Command deploy(Optional<Instant> notBefore) {
    return new Command.Deploy(
        SHOP, DEV, Optional.of("main"), false, new TreeMap<>(), Optional.empty(), notBefore);
  }

  @Test
  void what_one_writes_all_know() {
    CompletableFuture<Carried> added = Premises.wish(first, "add", Premises.ADD);
    hands.pass(MOMENT);

    assertThat(added).isDone();
    assertThat(world(second)).isEqualTo(world(first));
    assertThat(world(second).declared().application(SHOP)).isPresent();
  }

  @Test
  void a_wish_that_a_dead_process_wrote_down_is_settled_by_another_after_a_while_and_once() {
    firstTurn.endsOnce(
        () -> premises.entries().stream().anyMatch(CommandReceived.class::isInstance));
    CompletableFuture<Carried> unanswered = Premises.wish(first, "add", Premises.ADD);
    hands.pass(MOMENT);
    assertThat(world(second).unsettled()).hasSize(1);
    CompletableFuture<Carried> again = Premises.wish(second, "add", Premises.ADD);
    hands.pass(Duration.ofSeconds(10));

    assertThat(world(second).unsettled()).isEmpty();
    assertThat(again).as("whoever asks again is told").isDone();
    assertThat(unanswered).isNotDone();
    assertThat(premises.entries().stream().filter(CommandReceived.class::isInstance)).hasSize(1);
    assertThat(premises.entries().stream().filter(CauseSettled.class::isInstance)).hasSize(1);
  }

  @Test
  void nobody_decides_twice_what_whoever_wrote_it_decided() {
    CompletableFuture<Carried> _ = Premises.wish(first, "add", Premises.ADD);
    hands.pass(MOMENT);
    CompletableFuture<Carried> _ = Premises.wish(second, "deploy", deploy(Optional.empty()));
    hands.pass(Duration.ofMinutes(1));

    assertThat(premises.entries().stream().filter(CauseSettled.class::isInstance)).hasSize(2);
    assertThat(isUnderWay(first)).isTrue();
    assertThat(world(first)).isEqualTo(world(second));
  }

  @Test
  void what_a_dead_process_waited_for_another_notices() {
    CompletableFuture<Carried> _ = Premises.wish(first, "add", Premises.ADD);
    hands.pass(MOMENT);
    CompletableFuture<Carried> _ =
        Premises.wish(first, "deploy", deploy(Optional.of(hands.instant().plus(LATER))));
    hands.pass(MOMENT);
    firstTurn.end();
    hands.pass(LATER.minusMinutes(1));
    assertThat(isUnderWay(second)).isFalse();
    hands.pass(Duration.ofMinutes(2));

    assertThat(isUnderWay(second)).isTrue();
  }

  @Test
  void a_version_that_does_not_understand_the_ledger_s_format_decides_nothing_more_and_says_so() {
    hands.expectAlarm();
    premises
        .ledger()
        .append(
            new Batch(
                List.of(
                    new Draft(
                        StreamKey.of(Organisation.MAIN),
                        ActorId.SLIPWAY,
                        Optional.empty(),
                        new FormatRaised(Founding.FORMAT + 1))),
                Guards.NONE,
                Optional.empty()));
    hands.pass(MOMENT);
    Loop later = premises.replica(hands, host);

    assertThat(List.of(first.isHalted(), second.isHalted(), later.isHalted()))
        .containsExactly(true, true, true);
    assertThat(hands.journal)
        .anyMatch(line -> line.contains("the ledger is in format " + (Founding.FORMAT + 1)));
    CompletableFuture<Carried> _ = Premises.wish(second, "add", Premises.ADD);
    hands.pass(Duration.ofMinutes(1));
    assertThat(premises.entries()).noneMatch(CauseSettled.class::isInstance);
  }

  @Test
  void an_order_that_one_issued_answers_the_question_that_waits_at_another() {
    TargetId local = new TargetId(DEV, new TargetName("local"));
    ActorId agent = new ActorId("agent");
    CompletableFuture<Carried> _ = Premises.wish(first, "add", Premises.ADD);
    hands.pass(MOMENT);
    CompletableFuture<Carried> _ =
        Premises.wish(
            first,
            "enrol",
            new Command.EnrolAgent(
                agent, local, new PublicKey("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=")));
    hands.pass(MOMENT);
    CompletableFuture<Agents.Answered> waiting =
        second
            .agents()
            .sync(
                second.agents().enrolled(agent).orElseThrow(),
                new Agents.Asked("1", "boot", 1, List.of(), Map.of(), List.of(), 60_000))
            .toCompletableFuture();
    hands.pass(MOMENT);
    assertThat(waiting).isNotDone();
    CompletableFuture<Carried> _ = Premises.wish(first, "deploy", deploy(Optional.empty()));
    hands.pass(MOMENT);

    assertThat(waiting).isDone();
    assertThat(waiting.join().orders()).hasSize(1);
  }
}
