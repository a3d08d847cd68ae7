package dev.slipway.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ledger.Peers;
import dev.slipway.loop.door.Commands.Carried;
import dev.slipway.loop.door.ReadingOnly;
import dev.slipway.loop.keeper.Founding;
import dev.slipway.model.Organisation;
import dev.slipway.model.entry.CauseSettled;
import dev.slipway.model.entry.FormatRaised;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two versions at once on one ledger: the newer one writes nothing that the older could not read.
 */
class UpgradeTest {

  private static final int NEXT = Founding.FORMAT + 1;
  private static final Duration MOMENT = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofMinutes(5);

  private final Premises premises = new Premises();
  private final HandTurned hands = premises.hands;
  private final Host host = premises.shop();
  private final Mortal oldTurn = new Mortal(hands);

  @BeforeEach
  void found() {
    premises.found();
  }

  private static CompletableFuture<Carried> wish(Loop loop, String name) {
    return Premises.wish(loop, name, Premises.ADD);
  }

  private boolean isRaised() {
    return premises.entries().contains(new FormatRaised(NEXT));
  }

  @Test
  void who_is_alone_raises_the_format_before_it_writes_anything_else() {
    Loop next = premises.replica(NEXT, hands, host);
    CompletableFuture<Carried> added = wish(next, "add");
    hands.pass(MOMENT);

    assertThat(added).isCompleted();
    assertThat(premises.entries().get(5)).isEqualTo(new FormatRaised(NEXT));
  }

  @Test
  void beside_an_older_version_the_newer_one_writes_nothing_and_the_older_goes_on() {
    Loop old = premises.replica(oldTurn, host);
    Loop next = premises.replica(NEXT, hands, host);
    CompletableFuture<Carried> refused = wish(next, "add");
    CompletableFuture<Carried> added = wish(old, "add");
    hands.pass(LONG);

    assertThat(refused)
        .failsWithin(Duration.ZERO)
        .withThrowableThat()
        .withCauseInstanceOf(ReadingOnly.class);
    assertThat(added).isCompleted();
    assertThat(isRaised()).isFalse();
    assertThat(next.memory().world(Organisation.MAIN))
        .isEqualTo(old.memory().world(Organisation.MAIN));
    assertThat(hands.journal).anyMatch(line -> line.contains("this version writes format " + NEXT));
  }

  @Test
  void once_the_last_of_the_older_has_ended_the_newer_takes_up_what_that_left() {
    Loop old = premises.replica(oldTurn, host);
    Loop next = premises.replica(NEXT, hands, host);
    oldTurn.endsOnce(() -> premises.entries().size() > 5);
    CompletableFuture<Carried> _ = wish(old, "add");
    hands.pass(MOMENT);
    old.rest();
    hands.pass(Duration.ofSeconds(6));

    assertThat(isRaised()).isTrue();
    assertThat(premises.entries()).anyMatch(CauseSettled.class::isInstance);
    CompletableFuture<Carried> again = wish(next, "again");
    hands.pass(MOMENT);
    assertThat(again).isCompleted();
  }

  @Test
  void who_died_without_a_word_is_gone_after_a_while() {
    premises.replica(oldTurn, host);
    premises.replica(NEXT, hands, host);
    oldTurn.end();
    hands.pass(Duration.ofSeconds(15));
    assertThat(isRaised()).isFalse();
    hands.pass(Duration.ofSeconds(15));
    assertThat(isRaised()).isTrue();
    assertThat(premises.peers.all()).hasSize(1);
  }

  @Test
  void an_older_version_that_was_taken_for_gone_writes_nothing_more_once_it_hears() {
    hands.expectAlarm();
    Loop old = premises.replica(oldTurn, host);
    premises.peers.all().keySet().forEach(premises.peers::leaves);
    premises.replica(NEXT, hands, host);
    hands.pass(MOMENT);
    CompletableFuture<Carried> refused = wish(old, "add");
    hands.pass(MOMENT);

    assertThat(old.isHalted()).isTrue();
    assertThat(refused).isCompletedExceptionally();
    assertThat(premises.peers.all().values()).extracting(Peers.Word::format).containsExactly(NEXT);
  }
}
