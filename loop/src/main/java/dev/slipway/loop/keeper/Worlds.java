package dev.slipway.loop.keeper;

import dev.slipway.engine.fold.World;
import dev.slipway.loop.door.Memory;
import dev.slipway.model.Organisation;
import dev.slipway.model.Position;
import dev.slipway.model.entry.Recorded;
import java.util.Collection;
import java.util.List;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * The folds of all organisations. Written by the loop's turn alone; readers on any thread see an
 * immutable value that is whole.
 */
public final class Worlds implements Memory {

  private volatile Folded folded = new Folded(HashTreePMap.empty(), Position.START);

  /** All worlds as of one position. */
  private record Folded(PMap<Organisation, World> byOrganisation, Position position) {

    World of(Organisation organisation) {
      World known = byOrganisation.get(organisation);
      return known == null ? World.empty(organisation) : known;
    }

    Folded with(Recorded entry) {
      Organisation organisation = entry.stream().organisation();
      return new Folded(
          byOrganisation.plus(organisation, of(organisation).with(entry)), entry.position());
    }
  }

  /** Takes over what was folded up to a position; before anything is folded here. */
  public void take(PMap<Organisation, World> worlds, Position position) {
    folded = new Folded(worlds, position);
  }

  public void fold(List<Recorded> entries) {
    Folded next = folded;
    for (Recorded entry : entries) {
      next = next.with(entry);
    }
    folded = next;
  }

  @Override
  public World world(Organisation organisation) {
    return folded.of(organisation);
  }

  @Override
  public Collection<World> worlds() {
    return folded.byOrganisation().values();
  }

  /** Every organisation's world, by organisation. */
  public PMap<Organisation, World> all() {
    return folded.byOrganisation();
  }

  /** The position up to which the worlds are folded. */
  public Position position() {
    return folded.position();
  }
}
