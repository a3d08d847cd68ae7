package dev.slipway.engine;

import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.World;
import dev.slipway.engine.rollout.Orders;
import dev.slipway.model.ActorId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Fence;
import dev.slipway.model.Organisation;
import dev.slipway.model.Placement;
import dev.slipway.model.RefName;
import dev.slipway.model.Slot;
import dev.slipway.model.SourceName;
import dev.slipway.model.StreamKey;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.CommandReceived;
import dev.slipway.model.entry.Draft;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.EventReceived;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ReportReceived;
import dev.slipway.model.event.Event;
import dev.slipway.model.need.Fact;
import dev.slipway.model.need.Need;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.observation.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A ledger and a source in memory, driven by hand: something is received, the engine is asked, its
 * needs are answered from the {@link Git}, and what it decides is appended.
 */
public final class Given {

  public static final SourceName HOOK = new SourceName("hook");

  private static final int ROUNDS_MAX = 20;

  public final Git git = new Git();
  private final List<Recorded> ledger = new ArrayList<>();
  private World world = World.empty(Organisation.MAIN);
  private Instant now = Fixtures.NOON;
  private int keys;
  private Duration patience = Duration.ZERO;

  public World world() {
    return world;
  }

  public List<Recorded> ledger() {
    return List.copyOf(ledger);
  }

  public Instant now() {
    return now;
  }

  public Given later(Duration duration) {
    now = now.plus(duration);
    return this;
  }

  /** Every question takes so long from now on. */
  public Given answeredAfter(Duration each) {
    patience = each;
    return this;
  }

  /** Commands as Slipway, which may do all. */
  public Then when(Command command) {
    return when(ActorId.SLIPWAY, command);
  }

  public Then when(ActorId actor, Command command) {
    keys++;
    return when(actor, "key-" + keys, command);
  }

  public Then when(ActorId actor, String key, Command command) {
    StreamKey stream = StreamKey.of(Organisation.MAIN, SourceName.COMMANDS);
    return decide(receive(stream, actor, new CommandReceived(actor, key, command)));
  }

  public Then when(Event event) {
    return decide(receive(event));
  }

  /** What is decided of an event by what is known so far; nothing of it is written. */
  public Decision decided(Event event, Fact... facts) {
    Cause cause = new Cause.Appended(receive(event), List.of(facts));
    return Engine.decide(world, cause, now);
  }

  private Recorded receive(Event event) {
    StreamKey stream = StreamKey.of(Organisation.MAIN, HOOK);
    Entry received = new EventReceived(HOOK, Fixtures.digest(event.toString()), event);
    return receive(stream, ActorId.SLIPWAY, received);
  }

  public Then whenHinted(RefName... refs) {
    return when(new Event.RefsHinted(Fixtures.REPOSITORY, List.of(refs)));
  }

  public Then whenReported(Report report) {
    ActorId agent = agentOf(report.slot().target());
    StreamKey stream = StreamKey.of(Organisation.MAIN, report.slot().target());
    return decide(receive(stream, agent, new ReportReceived(agent, report)));
  }

  /** The agent reports how its present order ended. */
  public Then whenEnded(TargetId target, Outcome outcome) {
    Slot slot = new Slot(target, Fixtures.SHOP);
    return whenReported(new Report.Ended(slot, fence(slot), outcome));
  }

  public Then whenConverged(TargetId target) {
    return whenEnded(target, Converging.asOrdered(world, new Slot(target, Fixtures.SHOP)));
  }

  public Then whenTicked(String environment) {
    return decide(new Cause.Tick(placement(environment), List.of()));
  }

  public Fence fence(Slot slot) {
    return Orders.fenceOf(world, slot).orElseThrow();
  }

  public static Placement placement(String environment) {
    return new Placement(Fixtures.SHOP, new EnvironmentName(environment));
  }

  public PlacementState at(String environment) {
    return world.deliveries().placement(placement(environment));
  }

  /** Every target of an environment gets an agent. */
  public Given agents(String environment) {
    world
        .declared()
        .environment(new EnvironmentName(environment))
        .orElseThrow()
        .members()
        .forEach(name -> {
          TargetId target = new TargetId(new EnvironmentName(environment), name);
          when(new Command.EnrolAgent(agentOf(target), target, Fixtures.key()));
        });
    return this;
  }

  public static ActorId agentOf(TargetId target) {
    return new ActorId("agent-" + target.environment() + "-" + target.target());
  }

  private Recorded receive(StreamKey stream, ActorId actor, Entry entry) {
    return append(new Draft(stream, actor, Optional.empty(), entry));
  }

  public Recorded append(Draft draft) {
    Recorded recorded =
        new Recorded(
            world.position().next(),
            now,
            draft.stream(),
            draft.actor(),
            draft.cause(),
            draft.entry());
    world = world.with(recorded);
    ledger.add(recorded);
    return recorded;
  }

  private Then decide(Recorded recorded) {
    return decide(new Cause.Appended(recorded, List.of()));
  }

  public Then decide(Cause cause) {
    List<Fact> facts = new ArrayList<>(cause.facts());
    List<Need> asked = new ArrayList<>();
    for (int round = 0; round < ROUNDS_MAX; round++) {
      Decision decision = Engine.decide(world, with(cause, facts), now);
      if (decision.needs().isEmpty()) {
        List<Recorded> appended = decision.entries().stream().map(this::append).toList();
        return new Then(this, decision, appended, asked);
      }
      for (Need need : decision.needs()) {
        asked.add(need);
        now = now.plus(patience);
        facts.add(new Fact(need, git.answer(need), now));
      }
    }
    throw new AssertionError("The engine goes on asking: " + asked);
  }

  private static Cause with(Cause cause, List<Fact> facts) {
    return switch (cause) {
      case Cause.Appended appended -> new Cause.Appended(appended.entry(), facts);
      case Cause.Tick tick -> new Cause.Tick(tick.placement(), facts);
    };
  }
}
