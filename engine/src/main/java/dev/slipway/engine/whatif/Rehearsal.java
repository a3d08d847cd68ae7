package dev.slipway.engine.whatif;

import dev.slipway.engine.Cause;
import dev.slipway.engine.Decision;
import dev.slipway.engine.Engine;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Deliberation.Occasion;
import dev.slipway.engine.fold.SlotState;
import dev.slipway.engine.fold.TargetState;
import dev.slipway.engine.fold.World;
import dev.slipway.model.ActorId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Fence;
import dev.slipway.model.Placement;
import dev.slipway.model.Position;
import dev.slipway.model.PublicKey;
import dev.slipway.model.Slot;
import dev.slipway.model.SourceName;
import dev.slipway.model.StreamKey;
import dev.slipway.model.TargetId;
import dev.slipway.model.entry.AgentEnrolled;
import dev.slipway.model.entry.Draft;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.EnvironmentDeclared;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ReportReceived;
import dev.slipway.model.entry.TargetDeclared;
import dev.slipway.model.need.Fact;
import dev.slipway.model.need.Need;
import dev.slipway.model.observation.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A world of its own in which the engine decides, and nothing is appended to any ledger: causes are
 * given to it in the order of time, needs are answered from the record, and orders end as the
 * record says. Not thread-safe.
 */
final class Rehearsal {

  private static final int ROUNDS_MAX = 20;

  /** So many looks and ends are gone through; what is due after that is left out. */
  private static final int DUE_MAX = 200_000;

  /** A look that is asked for at once comes a moment later, so that time goes on. */
  private static final Duration MOMENT = Duration.ofSeconds(1);

  private static final ActorId SUPPOSED = new ActorId("supposed");
  private static final PublicKey NO_KEY = new PublicKey("A".repeat(43) + "=");

  private final Supposition supposed;
  private final RecordedAnswers answers;
  private final RecordedEnds ends;
  private final Assumptions assumed;
  private final Agenda agenda = new Agenda();
  private final List<Recorded> written = new ArrayList<>();
  private World world;
  private Instant now;
  private int gone;

  Rehearsal(
      Span span,
      Supposition supposed,
      Recollection recalled,
      RecordedEnds ends,
      Assumptions assumed) {
    this.supposed = supposed;
    this.ends = ends;
    this.assumed = assumed;
    answers = new RecordedAnswers(recalled, supposed, assumed);
    world = span.before();
    now = span.since();
    suppose();
    world.deliveries().slots().forEach(this::expect);
    world.deliveries().placements().keySet().forEach(p -> look(now, p));
  }

  World world() {
    return world;
  }

  List<Recorded> written() {
    return List.copyOf(written);
  }

  /** Whether more was due than is gone through. */
  boolean isCut() {
    return gone > DUE_MAX;
  }

  private void suppose() {
    for (Entry entry : supposed.entries(world)) {
      write(new Draft(streamOf(entry), ActorId.SLIPWAY, Optional.empty(), entry));
    }
  }

  private StreamKey streamOf(Entry entry) {
    return switch (entry) {
      case EnvironmentDeclared e -> StreamKey.of(world.organisation(), e.definition().name());
      case TargetDeclared e ->
          StreamKey.of(world.organisation(), e.definition().id().environment());
      case Entry _ -> StreamKey.of(world.organisation());
    };
  }

  /** Lets time pass, with everything that is due until then. */
  void pass(Instant until) {
    while (!isCut()) {
      Optional<Agenda.Entry> next = agenda.take(until);
      if (next.isEmpty()) {
        break;
      }
      gone++;
      now = latest(now, next.orElseThrow().at());
      switch (next.orElseThrow().due()) {
        case Agenda.Due.Look look ->
            decide(new Cause.Tick(look.placement(), List.of()), Position.START);
        case Agenda.Due.Ended ended -> end(ended);
      }
    }
    now = latest(now, until);
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** Takes an entry over as it was recorded, and looks at whatever it may have changed. */
  void takeOver(Recorded recorded) {
    write(new Draft(recorded.stream(), recorded.actor(), Optional.empty(), recorded.entry()));
  }

  /** Looks at every placement of an environment now. */
  void lookAt(EnvironmentName environment) {
    world.deliveries().placements().keySet().stream()
        .filter(placement -> placement.environment().equals(environment))
        .forEach(placement -> look(now, placement));
  }

  /** Looks at every placement now. */
  void lookEverywhere() {
    List.copyOf(world.declared().environments().keySet()).forEach(this::lookAt);
  }

  /** Has the engine decide on what was received, as it would have been received here. */
  Position receive(Recorded received, Entry asHere) {
    Recorded here = write(new Draft(received.stream(), received.actor(), Optional.empty(), asHere));
    decide(new Cause.Appended(here, List.of()), received.position());
    return here.position();
  }

  /** What a target was seen to run is seen here too, where it has the same order. */
  void observe(Recorded recorded, ReportReceived heard, Report.Observed seen) {
    if (!ends.isSame(seen.fence().position(), world, seen.slot())) {
      return;
    }
    ordered(seen.slot())
        .map(order ->
            new Report.Observed(
                seen.slot(), fence(order), seen.instances(), seen.drifted(), seen.because()))
        .ifPresent(report -> receive(recorded, new ReportReceived(heard.agent(), report)));
  }

  private void end(Agenda.Due.Ended ended) {
    ordered(ended.slot())
        .filter(order -> order.position().equals(ended.order()))
        .ifPresent(order -> {
          Report report =
              new Report.Ended(
                  ended.slot(),
                  fence(order),
                  AsOrdered.outcome(world, ended.slot(), ended.failed()));
          TargetId target = ended.slot().target();
          ActorId agent = agentOf(target);
          StreamKey stream = StreamKey.of(world.organisation(), target);
          Recorded here =
              write(new Draft(stream, agent, Optional.empty(), new ReportReceived(agent, report)));
          decide(new Cause.Appended(here, List.of()), Position.START);
        });
  }

  /** A target that is only supposed to be there gets an agent. */
  private ActorId agentOf(TargetId target) {
    Optional<ActorId> known =
        world.declared().target(target).flatMap(TargetState::agent).map(TargetState.Agent::id);
    if (known.isEmpty()) {
      assumed.make(Assumptions.NEW_TARGET);
      StreamKey stream = StreamKey.of(world.organisation(), target.environment());
      Entry enrolled = new AgentEnrolled(SUPPOSED, target, NO_KEY);
      write(new Draft(stream, ActorId.SLIPWAY, Optional.empty(), enrolled));
    }
    return known.orElse(SUPPOSED);
  }

  private Optional<SlotState.Ordered> ordered(Slot slot) {
    return world.deliveries().slot(slot).ordered();
  }

  private Fence fence(SlotState.Ordered order) {
    return new Fence(world.generation(), order.position());
  }

  /**
   * Has something considered in somebody's name, and does what follows from it.
   *
   * @param recorded where what it is considered for really stands
   */
  void consider(ActorId by, Consumer<Deliberation> considering, Position recorded) {
    decide(
        facts -> {
          Occasion occasion = new Occasion(Optional.empty(), SourceName.COMMANDS, by, facts);
          Deliberation d = new Deliberation(world, occasion, now);
          considering.accept(d);
          return d.decision();
        },
        recorded);
  }

  private void decide(Cause cause, Position recorded) {
    decide(facts -> Engine.decide(world, with(cause, facts), now), recorded);
  }

  private void decide(Function<List<Fact>, Decision> ask, Position recorded) {
    List<Fact> facts = new ArrayList<>();
    Decision decision = ask.apply(facts);
    for (int round = 0; round < ROUNDS_MAX && !decision.needs().isEmpty(); round++) {
      for (Need need : decision.needs()) {
        facts.add(new Fact(need, answers.answer(world, need, recorded), now));
      }
      decision = ask.apply(facts);
    }
    decision.entries().forEach(this::write);
    decision.wakeAt().forEach((placement, at) -> look(at, placement));
  }

  private static Cause with(Cause cause, List<Fact> facts) {
    return switch (cause) {
      case Cause.Appended appended -> new Cause.Appended(appended.entry(), facts);
      case Cause.Tick tick -> new Cause.Tick(tick.placement(), facts);
    };
  }

  private void look(Instant at, Placement placement) {
    agenda.add(latest(at, now.plus(MOMENT)), new Agenda.Due.Look(placement));
  }

  private Recorded write(Draft draft) {
    Recorded recorded =
        new Recorded(
            world.position().next(),
            now,
            draft.stream(),
            draft.actor(),
            draft.cause(),
            draft.entry());
    world = world.with(recorded);
    written.add(recorded);
    if (draft.entry() instanceof OrderIssued issued) {
      expect(issued.slot(), world.deliveries().slot(issued.slot()));
    }
    return recorded;
  }

  /** When and how the order that a slot has will end. */
  private void expect(Slot slot, SlotState state) {
    state
        .ordered()
        .filter(order -> order.ended().isEmpty())
        .ifPresent(order ->
            ends.of(order, slot, assumed)
                .ifPresent(end ->
                    agenda.add(
                        now.plus(end.after()),
                        new Agenda.Due.Ended(slot, order.position(), end.failed()))));
  }
}
