package dev.slipway.aggregation;

import dev.slipway.model.EnvironmentName;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.Revision;
import java.util.Optional;

/** Who says something about a value, and where it is written. */
public sealed interface Voice {

  /** Slipway itself, where nobody else says anything. */
  record Standard() implements Voice {}

  /** An overlay, for whoever says nothing. */
  record Default(Revision<OverlayDefinition> overlay, int line) implements Voice {}

  /**
   * The application's own document.
   *
   * @param line absent in ledgers from before lines were kept
   */
  record Own(Optional<Integer> line) implements Voice {}

  /** What the application's own document says for one environment, or for a group of them. */
  record OwnPart(EnvironmentName environment, int line) implements Voice {}

  /** An overlay, which has to be followed. */
  record Requirement(Revision<OverlayDefinition> overlay, int line) implements Voice {}
}
