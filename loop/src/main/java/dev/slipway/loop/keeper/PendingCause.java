package dev.slipway.loop.keeper;

import dev.slipway.engine.Cause;
import dev.slipway.model.Organisation;
import dev.slipway.model.Placement;
import dev.slipway.model.Position;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.need.Fact;
import dev.slipway.model.need.Need;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A cause that waits for its decision.
 *
 * @param rounds how often its needs were answered so far
 */
record PendingCause(Organisation organisation, Cause cause, int rounds) {

  static PendingCause of(Recorded entry) {
    return new PendingCause(entry.stream().organisation(), new Cause.Appended(entry, List.of()), 0);
  }

  static PendingCause tick(Organisation organisation, Placement placement) {
    return new PendingCause(organisation, new Cause.Tick(placement, List.of()), 0);
  }

  /** The cause with more facts; a new answer to an old need replaces the old one. */
  PendingCause with(List<Fact> answered) {
    Map<Need, Fact> facts = new LinkedHashMap<>();
    for (Fact fact : cause.facts()) {
      facts.put(fact.need(), fact);
    }
    for (Fact fact : answered) {
      facts.put(fact.need(), fact);
    }
    List<Fact> all = new ArrayList<>(facts.values());
    Cause known =
        switch (cause) {
          case Cause.Appended appended -> new Cause.Appended(appended.entry(), all);
          case Cause.Tick tick -> new Cause.Tick(tick.placement(), all);
        };
    return new PendingCause(organisation, known, rounds + 1);
  }

  /** Where the causing entry stands; a tick stands nowhere. */
  Optional<Position> position() {
    return switch (cause) {
      case Cause.Appended appended -> Optional.of(appended.entry().position());
      case Cause.Tick tick -> Optional.empty();
    };
  }
}
