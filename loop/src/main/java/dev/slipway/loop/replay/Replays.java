package dev.slipway.loop.replay;

import dev.slipway.engine.authority.Authority;
import dev.slipway.engine.authority.Judgement;
import dev.slipway.engine.fold.ApplicationState;
import dev.slipway.engine.fold.World;
import dev.slipway.engine.intake.DryRun;
import dev.slipway.engine.trigger.News;
import dev.slipway.engine.whatif.Span;
import dev.slipway.engine.whatif.Supposition;
import dev.slipway.engine.whatif.WhatIf;
import dev.slipway.ledger.Ledger;
import dev.slipway.loop.door.Memory;
import dev.slipway.loop.door.Suppositions;
import dev.slipway.loop.port.Workers;
import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Organisation;
import dev.slipway.model.Reason;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.entry.TriggerEvaluated.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Has spans of the ledger replayed, one at a time, on a worker's thread and never in the loop's
 * turn. Each is bounded in time and in what it reads, and says so when a bound is met. Thread-safe.
 */
public final class Replays implements Suppositions {

  /** How long a span may be. */
  public static final Duration SPAN_MAX = Duration.ofDays(92);

  /** How many entries a span may have. */
  public static final int ENTRIES_MAX = 100_000;

  /** How long a replay may take. */
  public static final Duration TIME_MAX = Duration.ofMinutes(2);

  private static final String LANE = "replays";
  private static final int STEP = 200;

  private final Ledger ledger;
  private final Memory memory;
  private final Workers workers;
  private final InstantSource clock;
  private final Begins begins = new Begins();

  public Replays(Ledger ledger, Memory memory, Workers workers, InstantSource clock) {
    this.ledger = ledger;
    this.memory = memory;
    this.workers = workers;
    this.clock = clock;
  }

  @Override
  public List<Fired> triggers(
      Organisation organisation,
      ApplicationName application,
      Optional<ApplicationDefinition> supposed,
      Happening happening) {
    World world = memory.world(organisation);
    return supposed
        .or(() -> world.declared().application(application).map(ApplicationState::definition))
        .map(definition -> DryRun.of(world, definition, news(happening), clock.instant()))
        .orElseGet(List::of)
        .stream()
        .map(one ->
            new Fired(
                one.trigger(),
                one.verdict() instanceof Verdict.Matched,
                one.verdict().because(),
                one.travel()))
        .toList();
  }

  private static News news(Happening happening) {
    return switch (happening) {
      case Happening.Moved moved -> new News.Moved(moved.ref());
      case Happening.Announced announced -> new News.Announced(announced.type());
    };
  }

  @Override
  public Optional<Reason> refusal(Organisation organisation, ActorId actor) {
    return switch (Authority.mayReplay(memory.world(organisation), actor)) {
      case Judgement.Allowed _ -> Optional.empty();
      case Judgement.Refused(Reason because) -> Optional.of(because);
    };
  }

  @Override
  public Begun begin(Organisation organisation, ActorId actor, Asked asked) {
    Optional<Reason> refused = refusal(asked);
    if (refused.isPresent()) {
      return new Begun.Refused(refused.orElseThrow());
    }
    Optional<Begins.Kept> kept = begins.begin(organisation, actor, asked);
    if (kept.isEmpty()) {
      return refused("replay-running", "Another replay is still running; ask again when it ended.");
    }
    Begins.Kept begun = kept.orElseThrow();
    workers.execute(LANE, () -> run(organisation, begun));
    return new Begun.Started(begun.seen());
  }

  @Override
  public Optional<Replay> look(Organisation organisation, ActorId actor, String id) {
    return begins.look(organisation, actor, id);
  }

  private Optional<Reason> refusal(Asked asked) {
    if (!asked.since().isBefore(asked.until())) {
      return Optional.of(new Reason("span-empty", "The span has to end after it begins."));
    }
    if (asked.until().isAfter(clock.instant())) {
      return Optional.of(new Reason("span-ahead", "The span ends in the future."));
    }
    return Duration.between(asked.since(), asked.until()).compareTo(SPAN_MAX) > 0
        ? Optional.of(
            new Reason("span-too-long", "A span has at most %d days.".formatted(SPAN_MAX.toDays())))
        : Optional.empty();
  }

  private static Begun refused(String code, String sentence) {
    return new Begun.Refused(new Reason(code, sentence));
  }

  private void run(Organisation organisation, Begins.Kept kept) {
    Asked asked = kept.seen().asked();
    Instant deadline = clock.instant().plus(TIME_MAX);
    boolean ended = false;
    try {
      SpanReading reading =
          new SpanReading(ledger, organisation, asked.since(), asked.until(), ENTRIES_MAX);
      while (reading.goOn() && inTime(kept, deadline)) {
        kept.at(reading.percent() / 2);
      }
      reading.tooMany().ifPresent(kept::failed);
      if (kept.isOpen()) {
        replay(kept, reading.span(), new Supposition(asked.documents()), deadline);
      }
      ended = true;
    } finally {
      if (!ended) {
        kept.failed(
            new Reason("replay-broke", "The replay broke off; the server's log says where."));
      }
    }
  }

  private void replay(Begins.Kept kept, Span span, Supposition supposed, Instant deadline) {
    Optional<Reason> refused = supposed.refusal(span.before());
    if (refused.isPresent()) {
      kept.failed(refused.orElseThrow());
      return;
    }
    WhatIf whatIf = new WhatIf(span, supposed);
    boolean more = true;
    while (more && inTime(kept, deadline)) {
      more = whatIf.goOn(STEP);
      kept.at(50 + (int) (whatIf.done() * 50L / Math.max(1, whatIf.of())));
    }
    if (kept.isOpen()) {
      kept.found(Shown.found(whatIf.answer()));
    }
  }

  private boolean inTime(Begins.Kept kept, Instant deadline) {
    if (clock.instant().isAfter(deadline)) {
      kept.failed(
          new Reason(
              "replay-too-long",
              "It was not through after %d s; choose a shorter span, or one that begins earlier in"
                      .formatted(TIME_MAX.toSeconds())
                  + " the ledger."));
    }
    return kept.isOpen();
  }
}
