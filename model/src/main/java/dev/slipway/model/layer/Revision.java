package dev.slipway.model.layer;

import dev.slipway.model.definition.Origin;
import java.util.Optional;

/**
 * What an owner's document said at a time.
 *
 * @param number from 1; the next revision of the same document has the next
 * @param restores the number of the earlier revision that it is again, where somebody went back
 */
public record Revision<D extends Owned>(
    D definition, int number, Origin origin, Optional<Integer> restores) {

  /** One that says something new. */
  public Revision(D definition, int number, Origin origin) {
    this(definition, number, origin, Optional.empty());
  }

  /** Such as {@code policy/no-debug line 4 (revision 2, owner security)}. */
  public String at(int line) {
    return "%s line %d (revision %d, owner %s)"
        .formatted(definition.title(), line, number, definition.owner());
  }
}
