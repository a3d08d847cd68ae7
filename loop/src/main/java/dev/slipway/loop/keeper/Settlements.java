package dev.slipway.loop.keeper;

import dev.slipway.ledger.Ledger;
import dev.slipway.loop.door.Commands.Carried;
import dev.slipway.loop.port.Scheduler;
import dev.slipway.model.Organisation;
import dev.slipway.model.Position;
import dev.slipway.model.SourceName;
import dev.slipway.model.StreamKey;
import dev.slipway.model.entry.CauseSettled;
import dev.slipway.model.entry.Recorded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Tells those who wait what became of their command. Waiters are kept in the loop's turn. */
public final class Settlements {

  private static final int PAGE = 500;

  private final Ledger ledger;
  private final Worlds worlds;
  private final Scheduler scheduler;
  private final Map<Position, List<CompletableFuture<Carried>>> waiting = new HashMap<>();

  public Settlements(Ledger ledger, Worlds worlds, Scheduler scheduler) {
    this.ledger = ledger;
    this.worlds = worlds;
    this.scheduler = scheduler;
  }

  /** As below, for a command that was just written, perhaps with what followed from it. */
  CompletionStage<Carried> of(Organisation organisation, List<Recorded> written) {
    Position received = written.getFirst().position();
    return carriedIn(received, written.subList(1, written.size()))
        .<CompletionStage<Carried>>map(CompletableFuture::completedStage)
        .orElseGet(() -> of(organisation, received));
  }

  /**
   * Completes when the command at a position is settled, whether that was long ago or is to come.
   */
  CompletionStage<Carried> of(Organisation organisation, Position received) {
    CompletableFuture<Carried> carried = new CompletableFuture<>();
    scheduler.execute(() -> {
      if (received.isAfter(worlds.position()) || worlds.world(organisation).isUnsettled(received)) {
        waiting.computeIfAbsent(received, p -> new ArrayList<>()).add(carried);
      } else {
        find(organisation, received).ifPresent(carried::complete);
      }
    });
    return carried;
  }

  /** Takes what was just written and folded, whoever decided it. */
  public void took(List<Recorded> entries) {
    for (Recorded entry : entries) {
      if (entry.entry() instanceof CauseSettled settled
          && waiting.containsKey(settled.received())) {
        carriedIn(settled.received(), following(settled.received(), entries.stream()))
            .ifPresent(this::tell);
      }
    }
  }

  private void tell(Carried carried) {
    Optional.ofNullable(waiting.remove(carried.received().orElseThrow())).stream()
        .flatMap(List::stream)
        .forEach(waiter -> waiter.complete(carried));
  }

  private static List<Recorded> following(Position received, Stream<Recorded> entries) {
    return entries.filter(entry -> entry.cause().equals(Optional.of(received))).toList();
  }

  private Optional<Carried> find(Organisation organisation, Position received) {
    StreamKey commands = StreamKey.of(organisation, SourceName.COMMANDS);
    Position after = received;
    while (true) {
      List<Recorded> page = ledger.read(commands, after, PAGE);
      for (Recorded entry : page) {
        if (entry.entry() instanceof CauseSettled settled && settled.received().equals(received)) {
          return carriedIn(received, consequences(received, entry.position()));
        }
      }
      if (page.isEmpty()) {
        return Optional.empty();
      }
      after = page.getLast().position();
    }
  }

  /**
   * The entries up to a settlement that name the settled cause as theirs; one append wrote them.
   */
  private List<Recorded> consequences(Position received, Position settledAt) {
    Position start = new Position(Math.max(received.value(), settledAt.value() - PAGE));
    return following(
        received, ledger.read(start, (int) (settledAt.value() - start.value())).stream());
  }

  private static Optional<Carried> carriedIn(Position received, List<Recorded> entries) {
    return entries.stream()
        .map(Recorded::entry)
        .filter(CauseSettled.class::isInstance)
        .map(CauseSettled.class::cast)
        .filter(settled -> settled.received().equals(received))
        .findFirst()
        .map(settled -> new Carried(Optional.of(received), settled.settlement(), entries));
  }
}
