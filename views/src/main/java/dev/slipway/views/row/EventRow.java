package dev.slipway.views.row;

import dev.slipway.model.Digest;
import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.model.RefName;
import dev.slipway.model.Scope;
import dev.slipway.model.Sha;
import dev.slipway.model.SourceName;
import dev.slipway.views.Orders;
import dev.slipway.views.Row;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An event, and how it was settled.
 *
 * @param head the branch or tag that was found to have moved last because of it, and whereto
 */
public record EventRow(
    Position position,
    Instant at,
    SourceName source,
    Kind kind,
    String summary,
    Digest body,
    Settled settled,
    Optional<Reason> because,
    Optional<Head> head)
    implements Row {

  /** What an event says. */
  public enum Kind {
    REFS_HINTED,
    CHECKS_HINTED,
    IMAGES_HINTED,
    ANNOUNCED,
    IGNORED
  }

  /** How it ended; pending while nothing is decided. */
  public enum Settled {
    PENDING,
    FOLLOWED,
    NOTHING_FOLLOWS,
    REFUSED
  }

  /** A branch or tag, and the commit that it points at. */
  public record Head(RefName ref, Sha sha) {}

  public EventRow settled(Settled how, Reason why) {
    return new EventRow(position, at, source, kind, summary, body, how, Optional.of(why), head);
  }

  public EventRow moved(Optional<Head> next) {
    return new EventRow(position, at, source, kind, summary, body, settled, because, next);
  }

  @Override
  public String key() {
    return position.toString();
  }

  @Override
  public String order() {
    return Orders.of(position);
  }

  @Override
  public Map<String, String> columns() {
    return Map.of("source", source.value(), "kind", kind.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public Scope scope() {
    return new Scope.Everything();
  }
}
