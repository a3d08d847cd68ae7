package dev.slipway.loop.door;

import dev.slipway.model.Digest;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What agents fetch in order to carry out their orders. Thread-safe. */
public interface Material {

  /**
   * A blob that an order to this agent's target names; empty for every other digest. The caller
   * closes the stream.
   */
  CompletionStage<Optional<InputStream>> open(Agents.Enrolled agent, Digest digest);
}
