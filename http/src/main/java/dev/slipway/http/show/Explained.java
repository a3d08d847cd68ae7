package dev.slipway.http.show;

import dev.slipway.loop.door.Origins;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Placement;
import dev.slipway.wire.ExplainedValue;
import dev.slipway.wire.Explanation;
import dev.slipway.wire.OverriddenValue;
import dev.slipway.wire.SourceKind;
import dev.slipway.wire.ValueSource;
import java.util.Optional;

/** Values, and where they came from. */
public final class Explained {

  private final Shown shown;

  public Explained(Shown shown) {
    this.shown = shown;
  }

  /**
   * The values at and below a path.
   *
   * @param path absent for all of them
   */
  public Explanation explanation(
      Placement placement, Origins.Compiled compiled, Optional<String> path) {
    return new Explanation(
        placement.application().value(),
        placement.environment().value(),
        compiled.delivery().map(DeliveryId::number),
        compiled.values().stream()
            .filter(value -> path.stream().allMatch(under -> isAt(value.path(), under)))
            .map(this::value)
            .toList());
  }

  private static boolean isAt(String path, String under) {
    return path.equals(under) || path.startsWith(under + ".");
  }

  private ExplainedValue value(Origins.Value value) {
    return new ExplainedValue(
        value.path(),
        value.said().value(),
        source(value.said().source()),
        value.overrode().stream()
            .map(said -> new OverriddenValue(said.value(), source(said.source())))
            .toList(),
        value.change());
  }

  private ValueSource source(Origins.Source source) {
    return new ValueSource(
        SourceKind.valueOf(source.kind().name()),
        Optional.of(source.document()).filter(document -> !document.isEmpty()),
        source.origin().map(origin -> Definitions.origin(origin, shown)),
        source.line(),
        source.within(),
        source.owner());
  }
}
