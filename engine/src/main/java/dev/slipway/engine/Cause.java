package dev.slipway.engine;

import dev.slipway.model.Placement;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.need.Fact;
import java.util.List;

/**
 * Why the engine is asked. Facts are the answers to the needs that the same cause brought up
 * before.
 */
public sealed interface Cause {

  List<Fact> facts();

  /** An event, a command or a report was appended; the first two have no settlement yet. */
  record Appended(Recorded entry, List<Fact> facts) implements Cause {
    public Appended {
      facts = List.copyOf(facts);
    }
  }

  /** A placement's wake-up time has come, or the server has just started. */
  record Tick(Placement placement, List<Fact> facts) implements Cause {
    public Tick {
      facts = List.copyOf(facts);
    }
  }
}
