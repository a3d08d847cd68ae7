package dev.slipway.loop.door;

import dev.slipway.model.Organisation;
import dev.slipway.model.Position;
import dev.slipway.model.entry.Recorded;
import java.util.List;

/** The stream of what is written. Thread-safe. */
public interface Changes {

  /**
   * Gives {@code listener} every entry of the organisation after a position, in order and without a
   * gap, first what is there and then what comes, until the subscription is closed. The listener
   * must be quick: it is called by the loop.
   */
  Subscription follow(Organisation organisation, Position after, Listener listener);

  /** Takes entries; called by one thread at a time. */
  @FunctionalInterface
  interface Listener {
    void changed(List<Recorded> entries);
  }

  /** Ends a following; closing it twice is harmless. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
