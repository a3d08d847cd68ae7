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
}
