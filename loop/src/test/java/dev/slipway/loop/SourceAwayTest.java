package dev.slipway.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ledger.memory.MemorySnapshots;
import dev.slipway.ledger.memory.MemoryTimers;
import dev.slipway.loop.snapshot.SnapshotRule;
import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Bytes;
import dev.slipway.model.Organisation;
import dev.slipway.model.Position;
import dev.slipway.model.Sha;
import dev.slipway.model.SourceName;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.HeadMoved;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.event.Event;
import dev.slipway.model.need.Head;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the loop does while a repository cannot be read. */
class SourceAwayTest {

  private static final Duration POLL = Duration.ofSeconds(15);
  private static final Sha FIRST = new Sha("a".repeat(40));
  private static final Sha COMMIT = new Sha("b".repeat(40));
  private static final String DOCUMENT =
      """
      application: shop
      services:
        web: {run: ./bin/web}
      route: [staging]
      triggers:
        - {on: event, type: build.done}
      """;

  private final Premises premises = new Premises();
  private final HandTurned hands = premises.hands;
  private final Host host = new Host(premises.blobs, DOCUMENT);
  private Loop loop = started();

  @BeforeEach
  void add() {
    loop.commands()
        .submit(
            Organisation.MAIN,
            ActorId.SLIPWAY,
            "add",
            new Command.AddApplication(Host.URL, Optional.of("main"), "slipway.yaml"));
    hands.pass(Duration.ofMinutes(1));
    assertThat(loop.memory().world(Organisation.MAIN).declared().repositories())
        .containsExactly(Host.URL);
  }

  private Loop started() {
    return premises.started(
        host, new MemoryTimers(), new MemorySnapshots(), POLL, SnapshotRule.NEVER);
  }

  private void announce() {
    loop.events()
        .receive(
            Organisation.MAIN,
            new SourceName("ci"),
            "7",
            Bytes.ofUtf8("{}"),
            new Event.Announced(
                "build.done",
                "ci",
                "7",
                new ApplicationName("shop"),
                COMMIT,
                Optional.of(Host.MAIN)));
  }

  private <E extends Entry> Stream<E> entries(Class<E> kind) {
    return premises.ledger().read(Position.START, 1000).stream()
        .map(Recorded::entry)
        .filter(kind::isInstance)
        .map(kind::cast);
  }

  @Test
  void an_announcement_waits_for_its_source_and_is_followed_once() {
    host.away = true;
    announce();
    hands.pass(Duration.ofMinutes(30));
    assertThat(entries(ShipmentMade.class)).isEmpty();
    assertThat(loop.memory().world(Organisation.MAIN).unsettled()).hasSize(1);
    host.away = false;
    hands.pass(Duration.ofMinutes(2));
    assertThat(entries(ShipmentMade.class).map(made -> made.shipment().change().sha()))
        .containsExactly(COMMIT);
    assertThat(loop.memory().world(Organisation.MAIN).unsettled()).isEmpty();
  }

  /** Its host had told of what came in between, and its word for the heads is the old one again. */
  @Test
  void a_branch_that_went_back_is_found_though_its_host_says_that_nothing_changed() {
    hands.pass(POLL.multipliedBy(3));
    host.push(COMMIT);
    loop.events()
        .receive(
            Organisation.MAIN,
            new SourceName("hook"),
            "8",
            Bytes.ofUtf8("{}"),
            new Event.RefsHinted(Host.URL, List.of(Host.MAIN)));
    hands.pass(Duration.ofSeconds(1));
    assertThat(known()).contains(COMMIT);
    host.push(FIRST);
    hands.pass(POLL.multipliedBy(3));
    assertThat(known()).contains(FIRST);
  }

  private Optional<Sha> known() {
    return loop.memory().world(Organisation.MAIN).heads(Host.URL).stream()
        .filter(head -> head.ref().equals(Host.MAIN))
        .findFirst()
        .flatMap(Head::sha);
  }

  @Test
  void a_server_that_was_started_anew_goes_on_asking() {
    host.away = true;
    announce();
    hands.pass(Duration.ofMinutes(1));
    hands.crash();
    loop = started();
    host.away = false;
    hands.pass(Duration.ofMinutes(2));
    assertThat(entries(ShipmentMade.class)).hasSize(1);
  }

  @Test
  void an_application_that_was_removed_meanwhile_is_waited_for_no_more() {
    host.away = true;
    announce();
    loop.commands()
        .submit(
            Organisation.MAIN,
            ActorId.SLIPWAY,
            "remove",
            new Command.RemoveApplication(new ApplicationName("shop")));
    hands.pass(Duration.ofMinutes(5));
    assertThat(loop.memory().world(Organisation.MAIN).unsettled()).isEmpty();
  }

  @Test
  void an_unreadable_repository_is_tried_more_and_more_seldom_and_never_given_up() {
    host.away = true;
    host.looks = 0;
    hands.pass(Duration.ofMinutes(60));
    assertThat(host.looks).isBetween(20, 40);
    host.away = false;
    host.push(COMMIT);
    hands.pass(Duration.ofMinutes(3));
    assertThat(entries(HeadMoved.class).map(HeadMoved::sha)).contains(COMMIT);
  }

  @Test
  void trouble_is_told_once_with_its_reason_and_so_is_its_end() {
    assertThat(loop.sources().trouble(Host.URL)).isEmpty();
    host.away = true;
    hands.pass(Duration.ofMinutes(10));
    assertThat(loop.sources().trouble(Host.URL))
        .hasValueSatisfying(trouble -> {
          assertThat(trouble.because().code()).isEqualTo("timeout");
          assertThat(Duration.between(trouble.since(), hands.instant()))
              .isGreaterThan(Duration.ofMinutes(9));
        });
    host.away = false;
    hands.pass(Duration.ofMinutes(3));
    assertThat(loop.sources().trouble(Host.URL)).isEmpty();
    assertThat(hands.journal)
        .containsExactly(
            "warn The repository https://git.example/shop cannot be read, and is tried again: No"
                + " answer within 30 s.",
            "info The repository https://git.example/shop can be read again");
  }
}
