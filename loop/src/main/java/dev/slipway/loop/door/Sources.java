package dev.slipway.loop.door;

import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import java.time.Instant;
import java.util.Optional;

/** Which repositories cannot be read at present. Thread-safe. */
@FunctionalInterface
public interface Sources {

  /** What is wrong with a repository; empty when it was read last time, or not tried yet. */
  Optional<Trouble> trouble(RepositoryUrl repository);

  /**
   * A repository that could not be read.
   *
   * @param since when it could not be read for the first time in a row
   * @param because why not, the last time
   */
  record Trouble(Reason because, Instant since) {}
}
