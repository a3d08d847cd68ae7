package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.World;
import java.time.Instant;
import java.util.List;

/**
 * How the server stands at a moment.
 *
 * @param undisturbedSince since when all its processes have run, and nobody set a clock
 * @param servers what each of them believes
 * @param processes those that are there
 */
public record Standing(
    Instant now, Instant undisturbedSince, List<World> servers, List<Reader> processes) {

  /**
   * A process of the server, as one that reads the ledger.
   *
   * @param format the highest that it understands
   * @param runsSince far ahead where it was stopped
   */
  public record Reader(int format, Instant runsSince) {}
}
