package dev.slipway.engine.deliberation;

import dev.slipway.engine.Decision;
import dev.slipway.engine.fold.ApplicationState;
import dev.slipway.engine.fold.Checks.Reported;
import dev.slipway.engine.fold.EnvironmentGroupState;
import dev.slipway.engine.fold.EnvironmentState;
import dev.slipway.engine.fold.Externals.OfPlacement;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.ResourceState;
import dev.slipway.engine.fold.SealingState;
import dev.slipway.engine.fold.World;
import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Organisation;
import dev.slipway.model.Placement;
import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.ResourceName;
import dev.slipway.model.Sha;
import dev.slipway.model.SourceName;
import dev.slipway.model.StreamKey;
import dev.slipway.model.TargetId;
import dev.slipway.model.entry.Draft;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.guardrail.CheckName;
import dev.slipway.model.guardrail.Lock;
import dev.slipway.model.need.Fact;
import dev.slipway.model.need.Need;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;

/**
 * One decision while it is being made. Rules read the world through it and write entries into it;
 * what is written is folded at once, so that the next rule sees it. It remembers which streams were
 * read and which needs are open. Lives for one call of the engine; not thread-safe.
 */
public final class Deliberation {

  private final World before;
  private final Instant now;
  private final Occasion occasion;
  private World world;
  private final List<Draft> drafts = new ArrayList<>();
  private final Set<Need> needs = new LinkedHashSet<>();
  private final Map<StreamKey, Position> guards = new HashMap<>();
  private final Map<Placement, Instant> wakeAt = new HashMap<>();
  private final List<Reason> reasons = new ArrayList<>();

  /**
   * What is being decided about.
   *
   * @param cause the position that consequences name as their cause; absent for a tick
   * @param source the stream that the cause's settlement is written to
   * @param actor whose word consequences follow from
   */
  public record Occasion(
      Optional<Position> cause, SourceName source, ActorId actor, List<Fact> facts) {
    public Occasion {
      facts = List.copyOf(facts);
    }
  }

  public Deliberation(World world, Occasion occasion, Instant now) {
    this.before = world;
    this.world = world;
    this.occasion = occasion;
    this.now = now;
  }

  public Instant now() {
    return now;
  }

  public Organisation organisation() {
    return before.organisation();
  }

  public ActorId actor() {
    return occasion.actor();
  }

  /** The position of the cause; {@link Position#START} for a tick. */
  public Position cause() {
    return occasion.cause().orElse(Position.START);
  }

  /** Whether the time alone brought it up, and nothing else waits for what follows. */
  public boolean isTick() {
    return occasion.cause().isEmpty();
  }

  /** The world with everything written so far; for what no control stream guards. */
  public World world() {
    return world;
  }

  public Optional<ApplicationState> application(ApplicationName name) {
    guard(StreamKey.of(organisation(), name));
    return world.declared().application(name);
  }

  public List<ApplicationName> applicationsOf(RepositoryUrl repository) {
    List<ApplicationName> names = world.declared().applicationsOf(repository);
    names.forEach(name -> guard(StreamKey.of(organisation(), name)));
    return names;
  }

  public Optional<EnvironmentState> environment(EnvironmentName name) {
    guard(StreamKey.of(organisation(), name));
    return world.declared().environment(name);
  }

  /** A group of environments; its stream is the one that an environment of its name would have. */
  public Optional<EnvironmentGroupState> environmentGroup(EnvironmentName name) {
    guard(StreamKey.of(organisation(), name));
    return world.declared().environmentGroup(name);
  }

  /** The secrets of an environment; none where nobody declared it. */
  public SealingState sealing(EnvironmentName name) {
    return environment(name).map(EnvironmentState::sealing).orElse(SealingState.NOTHING);
  }

  /** A resource, the streams guarded that its version in an environment is told in. */
  public Optional<ResourceState> resource(ResourceName name, EnvironmentName environment) {
    guard(StreamKey.of(organisation()));
    guard(StreamKey.of(organisation(), environment));
    return world.declared().resource(name);
  }

  public PlacementState placement(Placement placement) {
    guard(StreamKey.of(organisation(), placement));
    return world.deliveries().placement(placement);
  }

  /** What other tools deployed to a placement, as far as it is remembered. */
  public OfPlacement externals(Placement placement) {
    guard(StreamKey.of(organisation(), placement));
    return world.externals().of(placement);
  }

  /** The locks that cover a placement now, the streams guarded that any could be written to. */
  public List<Lock> locks(Placement placement) {
    guard(StreamKey.of(organisation()));
    guard(StreamKey.of(organisation(), placement.environment()));
    guard(StreamKey.of(organisation(), placement.application()));
    guard(StreamKey.of(organisation(), placement));
    world
        .declared()
        .groupOf(placement.environment())
        .ifPresent(group -> {
          guard(StreamKey.of(organisation(), group));
          guard(StreamKey.of(organisation(), new Placement(placement.application(), group)));
        });
    return world.locksOn(placement, now);
  }

  /** The checks of a commit, by name. */
  public SortedMap<CheckName, Reported> checks(ApplicationName application, Sha sha) {
    guard(StreamKey.of(organisation(), application));
    return world.checks().of(application, sha);
  }

  /** The world, with the organisation's own stream guarded, as roles are read from it. */
  public World organisationWide() {
    guard(StreamKey.of(organisation()));
    return world;
  }

  /**
   * Something is concluded from what a target did not say. Whoever has not read the whole ledger
   * yet may miss a report of it; the report keeps that conclusion from being written.
   */
  public void relyOnSilence(TargetId target) {
    guard(StreamKey.of(organisation(), target));
  }

  public Optional<Fact> ask(Need need) {
    return ask(need, any -> true);
  }

  /** The latest usable answer to a need; without one the need is open. */
  public Optional<Fact> ask(Need need, Predicate<Fact> usable) {
    return askUnless(need, fact -> fact.need().equals(need) && usable.test(fact));
  }

  /** The latest fact that will do; without one the need is open. */
  public Optional<Fact> askUnless(Need need, Predicate<Fact> does) {
    Optional<Fact> answer =
        occasion.facts().stream().filter(does).max(Comparator.comparing(Fact::at));
    if (answer.isEmpty()) {
      needs.add(need);
    }
    return answer;
  }

  /** The answer to a need is of no use yet; the need stays open, and is asked again. */
  public void askAgain(Need need, Reason because) {
    needs.add(need);
    note(because);
  }

  public boolean isAsking() {
    return !needs.isEmpty();
  }

  /** Writes an entry, and folds it. */
  public void write(Entry entry) {
    StreamKey stream = Streams.of(world, occasion.source(), entry);
    if (stream.kind().isControl()) {
      guard(stream);
    }
    drafts.add(new Draft(stream, actor(), occasion.cause(), entry));
    Position position = world.position().next();
    world = world.with(new Recorded(position, now, stream, actor(), occasion.cause(), entry));
  }

  public void note(Reason reason) {
    reasons.add(reason);
  }

  /** Asks for a look at the placement at a later time; of several times the first counts. */
  public void wake(Placement placement, Instant at) {
    wakeAt.merge(placement, at, (one, other) -> one.isBefore(other) ? one : other);
  }

  /** Whether anything was written, or is to be looked at later. */
  public boolean hasSaid() {
    return !drafts.isEmpty() || !wakeAt.isEmpty();
  }

  public boolean hasWritten() {
    return !drafts.isEmpty();
  }

  /** Nothing of what was written is to be; the streams that were read still guard the outcome. */
  public void discard() {
    drafts.clear();
    needs.clear();
    wakeAt.clear();
    world = before;
  }

  /** As long as needs are open there is nothing else to say. */
  public Decision decision() {
    return isAsking()
        ? new Decision(List.of(), List.copyOf(needs), guards, Map.of(), reasons)
        : new Decision(drafts, List.of(), guards, wakeAt, reasons);
  }

  private void guard(StreamKey stream) {
    guards.computeIfAbsent(stream, before::version);
  }
}
