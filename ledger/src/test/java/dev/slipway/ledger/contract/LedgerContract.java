package dev.slipway.ledger.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.ledger.Appended;
import dev.slipway.ledger.Batch;
import dev.slipway.ledger.Guards;
import dev.slipway.ledger.Ledger;
import dev.slipway.model.ActorId;
import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.model.entry.ActorRefused;
import dev.slipway.model.entry.Draft;
import dev.slipway.model.entry.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every ledger does. */
public abstract class LedgerContract {

  protected final SteppedClock clock = new SteppedClock();

  /** The ledger under test, the same at every call until {@link #reopened()}. */
  protected abstract Ledger ledger();

  /** Closes the ledger and opens it again from what it kept. */
  protected abstract Ledger reopened();

  private Appended append(Batch batch) {
    return ledger().append(batch).toCompletableFuture().join();
  }

  private static List<Long> positions(List<Recorded> entries) {
    return entries.stream().map(entry -> entry.position().value()).toList();
  }

  @Test
  void entries_get_places_one_after_the_other() {
    assertThat(ledger().head()).isEqualTo(Position.START);
    append(Drafts.batch("a", "b"));
    append(Drafts.batch("c"));

    assertThat(positions(ledger().read(Position.START, 10))).containsExactly(1L, 2L, 3L);
    assertThat(ledger().head()).isEqualTo(new Position(3));
  }

  @Test
  void what_is_read_is_what_was_answered() {
    Appended answered = append(Drafts.batch("a", "b"));

    assertThat(answered).isEqualTo(new Appended.Committed(ledger().read(Position.START, 10)));
  }

  @Test
  void reading_starts_after_a_position_and_keeps_its_limit() {
    append(Drafts.batch("a", "b", "c", "d"));

    assertThat(positions(ledger().read(new Position(1), 2))).containsExactly(2L, 3L);
    assertThat(ledger().read(new Position(4), 2)).isEmpty();
    assertThat(ledger().read(new Position(400), 2)).isEmpty();
  }

  @Test
  void a_stream_is_read_by_itself() {
    append(Drafts.batch("a", "b", "a", "a"));

    assertThat(positions(ledger().read(Drafts.stream("a"), new Position(1), 1)))
        .containsExactly(3L);
    assertThat(ledger().read(Drafts.stream("nobody"), Position.START, 10)).isEmpty();
  }

  @Test
  void a_guard_that_holds_lets_the_batch_in() {
    assertThat(append(Drafts.guarded("a", 0))).isInstanceOf(Appended.Committed.class);
    assertThat(append(Drafts.guarded("a", 1))).isInstanceOf(Appended.Committed.class);
  }

  @Test
  void a_guard_that_does_not_hold_keeps_the_whole_batch_out() {
    append(Drafts.batch("a"));
    append(Drafts.batch("b"));

    assertThat(append(Drafts.guarded("a", 0)))
        .isEqualTo(
            new Appended.Conflict(
                Optional.of(Drafts.stream("a")), Position.START, new Position(1)));
    assertThat(ledger().head()).isEqualTo(new Position(2));
  }

  @Test
  void a_batch_that_must_follow_directly_is_kept_out_by_whatever_came_between() {
    append(Drafts.batch("a"));
    Batch next = Drafts.directlyAfter(1, "b", "b");

    assertThat(append(next)).isInstanceOf(Appended.Committed.class);
    assertThat(append(next))
        .isEqualTo(new Appended.Conflict(Optional.empty(), new Position(1), new Position(3)));
    assertThat(ledger().head()).isEqualTo(new Position(3));
  }

  @Test
  void guards_hold_across_a_restart() {
    append(Drafts.batch("a"));
    Ledger again = reopened();

    assertThat(again.append(Drafts.guarded("a", 0)).toCompletableFuture().join())
        .isInstanceOf(Appended.Conflict.class);
    assertThat(again.append(Drafts.guarded("a", 1)).toCompletableFuture().join())
        .isInstanceOf(Appended.Committed.class);
  }

  @Test
  void the_same_key_again_writes_nothing_not_even_after_a_restart() {
    append(Drafts.batch("a"));
    append(Drafts.keyed("b", "news"));

    assertThat(append(Drafts.keyed("b", "news")))
        .isEqualTo(new Appended.Duplicate(new Position(2)));
    Ledger again = reopened();
    assertThat(again.append(Drafts.keyed("c", "news")).toCompletableFuture().join())
        .isEqualTo(new Appended.Duplicate(new Position(2)));
    assertThat(again.head()).isEqualTo(new Position(2));
  }

  @Test
  void a_batch_that_was_refused_does_not_use_up_its_key() {
    append(Drafts.batch("a"));
    Batch stale =
        new Batch(List.of(Drafts.draft("a")), Drafts.guarded("a", 0).guards(), Optional.of("news"));

    assertThat(append(stale)).isInstanceOf(Appended.Conflict.class);
    assertThat(append(Drafts.keyed("a", "news"))).isInstanceOf(Appended.Committed.class);
  }

  @Test
  void a_batch_without_entries_is_committed_and_changes_nothing() {
    assertThat(append(Drafts.batch())).isEqualTo(new Appended.Committed(List.of()));
    assertThat(ledger().head()).isEqualTo(Position.START);
  }

  @Test
  void an_entry_without_canonical_form_is_refused_and_the_ledger_goes_on() {
    Draft half =
        new Draft(
            Drafts.stream("a"),
            ActorId.SLIPWAY,
            Optional.empty(),
            new ActorRefused(ActorId.SLIPWAY, "half a \ud800", new Reason("code", "Sentence.")));
    Batch batch = new Batch(List.of(half), Guards.NONE, Optional.empty());

    assertThatThrownBy(() -> ledger().append(batch)).isInstanceOf(IllegalArgumentException.class);
    assertThat(append(Drafts.batch("a"))).isInstanceOf(Appended.Committed.class);
    assertThat(ledger().head()).isEqualTo(new Position(1));
  }

  @Test
  void time_is_in_milliseconds_and_never_goes_back() {
    Instant noon = clock.instant();
    clock.set(noon.plusNanos(999));
    append(Drafts.batch("a"));
    clock.set(noon.minusSeconds(60));
    append(Drafts.batch("b"));
    reopened();
    append(Drafts.batch("c"));
    clock.set(noon.plusSeconds(1));
    append(Drafts.batch("d"));

    assertThat(ledger().read(Position.START, 10).stream().map(Recorded::at))
        .containsExactly(noon, noon, noon, noon.plusSeconds(1));
  }

  @Test
  void an_entry_tells_no_earlier_time_than_its_decision_went_by() {
    Instant noon = clock.instant();
    Instant decided = noon.plusSeconds(300);
    append(Drafts.batch("a").decidedAt(decided));
    append(Drafts.batch("b"));
    clock.set(decided.plusSeconds(1));
    append(Drafts.batch("c").decidedAt(decided));

    assertThat(ledger().read(Position.START, 10).stream().map(Recorded::at))
        .containsExactly(decided, decided, decided.plusSeconds(1));
  }

  @Test
  void a_follower_is_told_of_what_was_and_of_what_comes_before_the_append_completes() {
    append(Drafts.batch("a", "b"));
    List<Recorded> told = new ArrayList<>();
    ledger().follow(new Position(1), told::addAll);
    assertThat(positions(told)).containsExactly(2L);

    append(Drafts.batch("c"));
    assertThat(positions(told)).containsExactly(2L, 3L);
  }

  @Test
  void a_follower_may_append() {
    List<Recorded> told = new ArrayList<>();
    CompletableFuture<Appended> second = new CompletableFuture<>();
    ledger()
        .follow(
            Position.START,
            entries -> {
              told.addAll(entries);
              if (told.size() == 1) {
                ledger().append(Drafts.batch("b")).thenAccept(second::complete);
              }
            });
    append(Drafts.batch("a"));

    assertThat(second.join()).isInstanceOf(Appended.Committed.class);
    assertThat(positions(told)).containsExactly(1L, 2L);
  }

  @Test
  void many_writers_leave_one_sequence_without_gaps_and_one_winner_per_guard() {
    List<Recorded> told = new ArrayList<>();
    ledger().follow(Position.START, told::addAll);
    List<Appended> answers;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      answers =
          IntStream.range(0, 200)
              .mapToObj(i ->
                  CompletableFuture.supplyAsync(
                      () -> append(i % 2 == 0 ? Drafts.batch("x") : Drafts.guarded("y", 0)),
                      threads))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
    }

    assertThat(answers).filteredOn(Appended.Committed.class::isInstance).hasSize(101);
    assertThat(answers).filteredOn(Appended.Conflict.class::isInstance).hasSize(99);
    assertThat(positions(told)).isEqualTo(LongStream.rangeClosed(1, 101).boxed().toList());
    assertThat(ledger().read(Position.START, 1000)).isEqualTo(told);
  }

  @Test
  void everything_is_there_after_a_restart_and_goes_on() {
    append(Drafts.batch("a", "b"));
    List<Recorded> before = ledger().read(Position.START, 10);
    Ledger again = reopened();

    assertThat(again.read(Position.START, 10)).isEqualTo(before);
    again.append(Drafts.batch("c")).toCompletableFuture().join();
    assertThat(again.head()).isEqualTo(new Position(3));
  }
}
