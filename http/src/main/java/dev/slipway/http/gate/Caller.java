package dev.slipway.http.gate;

import dev.slipway.loop.door.Agents;
import dev.slipway.loop.door.Credentials.Holder;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Who asks. */
public sealed interface Caller {

  /** Nobody has shown a credential, and the route needs none. */
  record Nobody() implements Caller {}

  /** An actor; {@code session} is the secret of its browser's session. */
  record Someone(Holder holder, Optional<String> session) implements Caller {}

  /**
   * An enrolled agent that signed its request.
   *
   * @param expected is told how many calls more are expected of it
   */
  record Agent(Agents.Enrolled enrolled, IntConsumer expected) implements Caller {}
}
