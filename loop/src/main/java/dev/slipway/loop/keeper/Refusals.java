package dev.slipway.loop.keeper;

import dev.slipway.ledger.Batch;
import dev.slipway.ledger.Guards;
import dev.slipway.ledger.Ledger;
import dev.slipway.loop.port.Journal;
import dev.slipway.model.ActorId;
import dev.slipway.model.Organisation;
import dev.slipway.model.Reason;
import dev.slipway.model.StreamKey;
import dev.slipway.model.entry.ActorRefused;
import dev.slipway.model.entry.Draft;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes down who was refused what, the same refusal at most once in ten minutes. Thread-safe. */
public final class Refusals {

  private static final Duration COALESCED_FOR = Duration.ofMinutes(10);
  private static final int KINDS_REMEMBERED_MAX = 10_000;

  private final Ledger ledger;
  private final InstantSource clock;
  private final Journal journal;
  private final Map<Kind, Instant> written = new LinkedHashMap<>();

  public Refusals(Ledger ledger, InstantSource clock, Journal journal) {
    this.ledger = ledger;
    this.clock = clock;
    this.journal = journal;
  }

  /** Refusals that count as the same. */
  private record Kind(Organisation organisation, ActorId actor, String command, String code) {}

  /** Writes a refusal down, unless the same one was just written. */
  public void refused(Organisation organisation, ActorId actor, String command, Reason because) {
    if (!isNews(new Kind(organisation, actor, command, because.code()))) {
      return;
    }
    Draft draft =
        new Draft(
            StreamKey.refusalsOf(organisation, actor),
            actor,
            Optional.empty(),
            new ActorRefused(actor, command, because));
    ledger
        .append(new Batch(List.of(draft), Guards.NONE, Optional.empty()))
        .whenComplete((appended, failure) -> {
          if (failure != null) {
            journal.alarm("A refusal could not be written", failure);
          }
        });
  }

  private synchronized boolean isNews(Kind kind) {
    Instant now = clock.instant();
    Instant before = written.get(kind);
    if (before != null && now.isBefore(before.plus(COALESCED_FOR))) {
      return false;
    }
    if (written.size() >= KINDS_REMEMBERED_MAX) {
      written.remove(written.keySet().iterator().next());
    }
    written.put(kind, now);
    return true;
  }
}
