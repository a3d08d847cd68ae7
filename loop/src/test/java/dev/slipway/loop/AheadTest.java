package dev.slipway.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.codec.Opened;
import dev.slipway.codec.OrderCodec;
import dev.slipway.ledger.Batch;
import dev.slipway.ledger.Guards;
import dev.slipway.loop.door.Agents;
import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Bytes;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Fence;
import dev.slipway.model.Organisation;
import dev.slipway.model.Position;
import dev.slipway.model.PublicKey;
import dev.slipway.model.Reason;
import dev.slipway.model.Slot;
import dev.slipway.model.StreamKey;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.ActorRefused;
import dev.slipway.model.entry.Draft;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.observation.Report;
import dev.slipway.model.order.Order;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What follows from a report is told as soon as it is durable, and never before. */
class AheadTest {

  private static final ApplicationName SHOP = new ApplicationName("shop");
  private static final EnvironmentName DEV = new EnvironmentName("dev");
  private static final TargetId LOCAL = new TargetId(DEV, new TargetName("local"));
  private static final ActorId AGENT = new ActorId("agent");
  private static final Duration MOMENT = Duration.ofSeconds(1);
  private static final Duration DISK = Duration.ofMillis(100);

  private final Premises premises = new Premises();
  private final HandTurned hands = premises.hands;
  private final Mortal turn = new Mortal(hands);
  private Loop loop;
  private long messages;

  /** Two deploys of a command wait for each other, and the agent has the order of the first. */
  @BeforeEach
  void two_deploys() {
    premises.found();
    Host host =
        new Host(
            premises.blobs,
            "application: shop\nservices:\n  job: {command: ./bin/job}\nroute: [dev]\n");
    loop = premises.replica(turn, host);
    wish("add", new Command.AddApplication(Host.URL, Optional.of("main"), "slipway.yaml"));
    wish(
        "enrol",
        new Command.EnrolAgent(
            AGENT, LOCAL, new PublicKey("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=")));
    wish("one", deploy());
    wish("another", deploy());
    assertThat(issued()).hasSize(1);
    premises.disk = task -> hands.after(DISK, task);
  }

  private void wish(String name, Command command) {
    assertThat(loop.commands().submit(Organisation.MAIN, ActorId.SLIPWAY, name, command))
        .isNotNull();
    hands.pass(MOMENT);
  }

  private static Command deploy() {
    return new Command.Deploy(
        SHOP, DEV, Optional.of("main"), true, new TreeMap<>(), Optional.empty(), Optional.empty());
  }

  private List<Recorded> issued() {
    return premises.ledger().read(Position.START, Integer.MAX_VALUE).stream()
        .filter(recorded -> recorded.entry() instanceof OrderIssued)
        .toList();
  }

  private Fence fence(int order) {
    return new Fence(
        loop.memory().world(Organisation.MAIN).generation(), issued().get(order).position());
  }

  /** The agent says that the first order is done, and asks for the next. */
  private CompletableFuture<Agents.Answered> report() {
    messages++;
    return loop.agents()
        .sync(
            loop.agents().enrolled(AGENT).orElseThrow(),
            new Agents.Asked(
                "1",
                "boot",
                messages,
                List.of(
                    new Report.Ended(
                        new Slot(LOCAL, SHOP), fence(0), new Outcome.Converged(List.of()))),
                Map.of(SHOP, fence(0)),
                List.of(),
                60_000))
        .toCompletableFuture();
  }

  private Order only(CompletableFuture<Agents.Answered> answer) {
    assertThat(answer).isDone();
    List<Bytes> orders = answer.join().orders();
    assertThat(orders).hasSize(1);
    Opened opened = OrderCodec.open(orders.getFirst(), _ -> Optional.of(premises.publicKey()));
    assertThat(opened).isInstanceOf(Opened.Genuine.class);
    return ((Opened.Genuine) opened).order();
  }

  @Test
  void the_next_order_is_told_when_it_is_durable_even_while_the_turn_is_busy() {
    CompletableFuture<Agents.Answered> answer = report();
    turn.endsOnce(() -> issued().size() == 2);
    hands.pass(DISK.minusMillis(1));
    assertThat(issued()).hasSize(1);
    assertThat(answer).isNotDone();
    hands.pass(MOMENT);

    assertThat(loop.memory().world(Organisation.MAIN).position())
        .as("the turn has not come to it")
        .isLessThan(issued().getLast().position());
    assertThat(only(answer).fence()).isEqualTo(fence(1));
  }

  @Test
  void an_order_that_was_made_ready_and_not_issued_so_is_not_told() {
    CompletableFuture<Agents.Answered> answer = report();
    hands.pass(DISK.dividedBy(2));
    somebodyElseWrites();
    hands.pass(MOMENT);

    assertThat(issued()).hasSize(2);
    assertThat(only(answer).fence()).isEqualTo(fence(1));
  }

  private void somebodyElseWrites() {
    premises
        .quick()
        .append(
            new Batch(
                List.of(
                    new Draft(
                        StreamKey.refusalsOf(Organisation.MAIN, AGENT),
                        AGENT,
                        Optional.empty(),
                        new ActorRefused(AGENT, "Nothing", new Reason("no", "No.")))),
                Guards.NONE,
                Optional.empty()));
  }

  @Test
  void whoever_says_the_same_again_is_told_the_same_order() {
    CompletableFuture<Agents.Answered> answer = report();
    hands.pass(MOMENT);
    CompletableFuture<Agents.Answered> again = report();
    hands.pass(MOMENT);

    assertThat(only(answer)).isEqualTo(only(again));
    assertThat(issued()).hasSize(2);
  }
}
