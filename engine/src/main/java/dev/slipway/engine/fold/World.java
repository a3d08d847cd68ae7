package dev.slipway.engine.fold;

import dev.slipway.model.Organisation;
import dev.slipway.model.Placement;
import dev.slipway.model.Position;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.StreamKey;
import dev.slipway.model.entry.GenerationRaised;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.guardrail.Lock;
import dev.slipway.model.need.Head;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * What is so now in one organisation, folded from its entries. It keeps what decisions need;
 * history is for the views. Immutable; thread-safe.
 *
 * @param position of the last entry folded
 * @param generation of fences, from the ledger's last {@code GenerationRaised}
 * @param versions the position of the last entry of each stream that guards decisions
 * @param checks of commits
 * @param images that applications follow
 * @param externals what other tools deployed
 * @param open events and commands that nothing has become of yet, by position
 */
public record World(
    Organisation organisation,
    Position position,
    long generation,
    PMap<StreamKey, Position> versions,
    Declared declared,
    Heads heads,
    Actors actors,
    Groups groups,
    Deliveries deliveries,
    Locks locks,
    Checks checks,
    Images images,
    Externals externals,
    PSortedMap<Position, Recorded> open) {

  /** Before the first entry. */
  public static World empty(Organisation organisation) {
    return new World(
        organisation,
        Position.START,
        0,
        HashTreePMap.empty(),
        Declared.NOTHING,
        Heads.NONE,
        Actors.NOBODY,
        Groups.NONE,
        Deliveries.NONE,
        Locks.NONE,
        Checks.NONE,
        Images.NONE,
        Externals.NONE,
        TreePMap.empty());
  }

  /** The version of a stream that guards decisions; {@link Position#START} when it has no entry. */
  public Position version(StreamKey stream) {
    return versions.getOrDefault(stream, Position.START);
  }

  /** Events and commands that nothing has become of yet, in order. */
  public Collection<Recorded> unsettled() {
    return open.values();
  }

  /** What is delivered as one. */
  public Sets sets() {
    return deliveries.shipments().sets();
  }

  /** What brings changes of shared documents. */
  public Campaigns campaigns() {
    return deliveries.shipments().campaigns();
  }

  /** Whether an event or a command is here, and nothing has become of it yet. */
  public boolean isUnsettled(Position received) {
    return open.containsKey(received);
  }

  /** Where the refs of a repository point, as far as was read; those that are gone included. */
  public List<Head> heads(RepositoryUrl repository) {
    return heads.of(repository).entrySet().stream()
        .map(head -> new Head(head.getKey(), head.getValue().sha()))
        .toList();
  }

  /**
   * The world after one more entry. Total: replay never refuses. An entry of another organisation
   * changes the position only, and the generation, which is the whole ledger's.
   */
  public World with(Recorded recorded) {
    boolean ours = recorded.stream().organisation().equals(organisation);
    return (ours ? folded(recorded) : this).at(recorded, ours);
  }

  private World folded(Recorded recorded) {
    World after = Sets.fold(this, Folding.of(this, recorded), recorded.entry());
    return Campaigns.fold(this, after, recorded);
  }

  private World at(Recorded recorded, boolean ours) {
    boolean guards = ours && recorded.stream().kind().isGuarding();
    long raised =
        recorded.entry() instanceof GenerationRaised entry ? entry.generation() : generation;
    return new World(
        organisation,
        recorded.position(),
        raised,
        guards ? versions.plus(recorded.stream(), recorded.position()) : versions,
        declared,
        heads,
        actors,
        groups,
        deliveries,
        locks,
        checks,
        images,
        externals,
        open);
  }

  /**
   * Every lock that keeps a placement as it is at an instant, those of the group that its
   * environment belongs to included.
   */
  public List<Lock> locksOn(Placement placement, Instant now) {
    return locks.on(placement, declared.groupOf(placement.environment()), now);
  }

  World declared(Declared changed) {
    return with(changed, heads, actors, groups, deliveries, locks, checks, images, externals, open);
  }

  World heads(Heads changed) {
    return with(
        declared, changed, actors, groups, deliveries, locks, checks, images, externals, open);
  }

  World actors(Actors changed) {
    return with(
        declared, heads, changed, groups, deliveries, locks, checks, images, externals, open);
  }

  World groups(Groups changed) {
    return with(
        declared, heads, actors, changed, deliveries, locks, checks, images, externals, open);
  }

  /** The same world where something else travels and is held. */
  public World deliveries(Deliveries changed) {
    return with(declared, heads, actors, groups, changed, locks, checks, images, externals, open);
  }

  World locks(Locks changed) {
    return with(
        declared, heads, actors, groups, deliveries, changed, checks, images, externals, open);
  }

  World checks(Checks changed) {
    return with(
        declared, heads, actors, groups, deliveries, locks, changed, images, externals, open);
  }

  World images(Images changed) {
    return with(
        declared, heads, actors, groups, deliveries, locks, checks, changed, externals, open);
  }

  /** The same world where other tools deployed something else. */
  public World externals(Externals changed) {
    return with(declared, heads, actors, groups, deliveries, locks, checks, images, changed, open);
  }

  World open(PSortedMap<Position, Recorded> changed) {
    return with(
        declared, heads, actors, groups, deliveries, locks, checks, images, externals, changed);
  }

  private World with(
      Declared theseDeclared,
      Heads theseHeads,
      Actors theseActors,
      Groups theseGroups,
      Deliveries theseDeliveries,
      Locks theseLocks,
      Checks theseChecks,
      Images theseImages,
      Externals theseExternals,
      PSortedMap<Position, Recorded> theseOpen) {
    return new World(
        organisation,
        position,
        generation,
        versions,
        theseDeclared,
        theseHeads,
        theseActors,
        theseGroups,
        theseDeliveries,
        theseLocks,
        theseChecks,
        theseImages,
        theseExternals,
        theseOpen);
  }
}
