package dev.slipway.views.row;

import dev.slipway.model.ActorId;
import dev.slipway.model.Position;
import dev.slipway.model.Scope;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.Owned;
import dev.slipway.model.layer.PolicyDefinition;
import dev.slipway.model.layer.Revision;
import dev.slipway.views.Orders;
import dev.slipway.views.Row;
import java.time.Instant;
import java.util.Map;

/**
 * A revision of an owner's document, whichever kind it is of.
 *
 * @param by whose word it was
 * @param current whether it is the one that counts
 */
public record RevisionRow(
    Revision<Owned> revision, ActorId by, Position position, Instant at, boolean current)
    implements Row {

  /** What an owner's document may be. */
  public enum Kind {
    OVERLAY,
    POLICY
  }

  /** The same, after which another one came. */
  public RevisionRow past() {
    return new RevisionRow(revision, by, position, at, false);
  }

  @Override
  public String key() {
    return key(revision.definition().title(), revision.number());
  }

  /** The key of a revision of a document, which is called like {@code overlay/cost-caps}. */
  public static String key(String title, int number) {
    return title + "@" + number;
  }

  @Override
  public String order() {
    return Orders.of(position);
  }

  @Override
  public Map<String, String> columns() {
    return Map.of(
        "kind", kind().name(),
        "title", revision.definition().title(),
        "current", Boolean.toString(current));
  }

  private Kind kind() {
    return switch (revision.definition()) {
      case OverlayDefinition _ -> Kind.OVERLAY;
      case PolicyDefinition _ -> Kind.POLICY;
    };
  }

  @Override
  public Scope scope() {
    return new Scope.Everything();
  }
}
