package dev.slipway.outlet;

import java.time.Instant;

/** Makes messages of what is to be told, for one kind of receiver. Pure; thread-safe. */
@FunctionalInterface
public interface Outlet {

  /**
   * The message.
   *
   * @param now when it is sent
   */
  Message message(Telling telling, Instant now);
}
