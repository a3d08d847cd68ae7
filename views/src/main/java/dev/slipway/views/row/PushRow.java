package dev.slipway.views.row;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.model.RefName;
import dev.slipway.model.Scope;
import dev.slipway.model.Sha;
import dev.slipway.model.TriggerName;
import dev.slipway.views.Orders;
import dev.slipway.views.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A commit that a branch or tag came to point at, and what each trigger of an application said of
 * that.
 *
 * @param event by which it was heard of
 */
public record PushRow(
    ApplicationName application,
    Position event,
    Instant at,
    RefName ref,
    Sha sha,
    List<Said> triggers)
    implements Row {

  public PushRow {
    triggers = List.copyOf(triggers);
  }

  /** What one of them said. */
  public record Said(TriggerName trigger, boolean matched, Reason because) {}

  /** The key of such a row. */
  public static String key(ApplicationName application, Position event, RefName ref) {
    return event + "/" + application + "/" + ref;
  }

  public PushRow with(Said said) {
    return new PushRow(
        application,
        event,
        at,
        ref,
        sha,
        Stream.concat(triggers.stream(), Stream.of(said)).toList());
  }

  /** Whether any trigger shipped it. */
  public boolean isShipped() {
    return triggers.stream().anyMatch(Said::matched);
  }

  @Override
  public String key() {
    return key(application, event, ref);
  }

  @Override
  public String order() {
    return Orders.of(event);
  }

  @Override
  public Map<String, String> columns() {
    return Map.of("application", application.value());
  }

  @Override
  public Scope scope() {
    return new Scope.OfApplication(application);
  }
}
