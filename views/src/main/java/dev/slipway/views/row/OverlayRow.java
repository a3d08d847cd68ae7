package dev.slipway.views.row;

import dev.slipway.model.ActorId;
import dev.slipway.model.Position;
import dev.slipway.model.Scope;
import dev.slipway.model.layer.OverlayRevision;
import dev.slipway.views.Orders;
import dev.slipway.views.Row;
import java.time.Instant;
import java.util.Map;

/**
 * A revision of an overlay.
 *
 * @param by whose word it was
 * @param current whether it is the one that counts
 */
public record OverlayRow(
    OverlayRevision revision, ActorId by, Position position, Instant at, boolean current)
    implements Row {

  /** The same, after which another one came. */
  public OverlayRow past() {
    return new OverlayRow(revision, by, position, at, false);
  }

  @Override
  public String key() {
    return key(revision.definition().name().value(), revision.number());
  }

  /** The key of a revision. */
  public static String key(String name, int number) {
    return name + "@" + number;
  }

  @Override
  public String order() {
    return Orders.of(position);
  }

  @Override
  public Map<String, String> columns() {
    return Map.of(
        "name", revision.definition().name().value(), "current", Boolean.toString(current));
  }

  @Override
  public Scope scope() {
    return new Scope.Everything();
  }
}
