package dev.slipway.ledger.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ledger.Appended;
import dev.slipway.ledger.Ledger;
import dev.slipway.ledger.contract.Drafts;
import dev.slipway.ledger.contract.LedgerContract;
import dev.slipway.model.Position;
import dev.slipway.model.entry.Recorded;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class MemoryLedgerTest extends LedgerContract {

  private final MemoryStore store = new MemoryStore();
  private MemoryLedger ledger = new MemoryLedger(store, clock, Runnable::run);

  @Override
  protected Ledger ledger() {
    return ledger;
  }

  @Override
  protected Ledger reopened() {
    ledger = new MemoryLedger(store, clock, Runnable::run);
    return ledger;
  }

  @Test
  void the_owner_of_the_steps_decides_when_a_group_is_written_and_when_it_is_told() {
    Queue<Runnable> steps = new ArrayDeque<>();
    MemoryLedger stepped = new MemoryLedger(store, clock, steps::add);
    List<Recorded> told = new ArrayList<>();
    stepped.follow(Position.START, told::addAll);
    CompletableFuture<Appended> first = stepped.append(Drafts.batch("a")).toCompletableFuture();
    CompletableFuture<Appended> second = stepped.append(Drafts.batch("b")).toCompletableFuture();
    assertThat(store.entries()).isEmpty();

    steps.remove().run();
    assertThat(store.entries()).as("one group").hasSize(2);
    assertThat(first).isNotDone();
    assertThat(told).isEmpty();

    while (!steps.isEmpty()) {
      steps.remove().run();
    }
    assertThat(first).isDone();
    assertThat(second).isDone();
    assertThat(told).hasSize(2);
  }

  @Test
  void a_ledger_is_opened_from_recorded_bytes() {
    ledger.append(Drafts.batch("a", "b")).toCompletableFuture().join();
    Ledger copy = new MemoryLedger(MemoryStore.of(store.entries()), clock, Runnable::run);

    assertThat(copy.read(Position.START, 10)).isEqualTo(ledger.read(Position.START, 10));
  }

  @Test
  void what_another_ledger_of_the_same_store_wrote_is_told_whole_and_in_order() {
    Ledger other = new MemoryLedger(store, clock, Runnable::run);
    List<List<Recorded>> told = new ArrayList<>();
    ledger.follow(Position.START, told::add);
    other.append(Drafts.batch("a", "b"));
    ledger.append(Drafts.batch("c"));
    other.append(Drafts.batch("d"));

    assertThat(told).containsExactly(read(0, 2), read(2, 1), read(3, 1));
  }

  private List<Recorded> read(long after, int limit) {
    return ledger.read(new Position(after), limit);
  }

  @Test
  void guards_and_keys_hold_against_what_another_ledger_wrote() {
    Ledger other = new MemoryLedger(store, clock, Runnable::run);
    other.append(Drafts.keyed("a", "news"));

    assertThat(ledger.append(Drafts.guarded("a", 0)).toCompletableFuture().join())
        .isEqualTo(
            new Appended.Conflict(
                Optional.of(Drafts.stream("a")), Position.START, new Position(1)));
    assertThat(ledger.append(Drafts.keyed("a", "news")).toCompletableFuture().join())
        .isEqualTo(new Appended.Duplicate(new Position(1)));
    assertThat(ledger.append(Drafts.guarded("a", 1)).toCompletableFuture().join())
        .isInstanceOf(Appended.Committed.class);
  }

  @Test
  void whoever_is_kept_out_has_been_told_by_what() {
    Queue<Runnable> steps = new ArrayDeque<>();
    MemoryLedger slow = new MemoryLedger(store, clock, steps::add);
    List<Recorded> told = new ArrayList<>();
    slow.follow(Position.START, told::addAll);
    ledger.append(Drafts.batch("a"));
    steps.clear();
    List<Integer> toldByThen = new ArrayList<>();
    slow.append(Drafts.guarded("a", 0)).thenAccept(_ -> toldByThen.add(told.size()));
    while (!steps.isEmpty()) {
      steps.remove().run();
    }

    assertThat(toldByThen).containsExactly(1);
  }
}
