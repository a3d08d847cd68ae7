package dev.slipway.loop.door;

import dev.slipway.model.ActorId;
import dev.slipway.model.Bytes;
import dev.slipway.model.Organisation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whom a credential stands for. Secrets are compared by their digests. Thread-safe. */
public interface Credentials {

  /** An actor, the organisation that its credential fixes, and what people call it. */
  record Holder(Organisation organisation, ActorId actor, String name) {}

  /** A browser's new session. */
  record Session(Holder holder, String secret, Instant expiresAt) {}

  Optional<Holder> byToken(String secret);

  Optional<Holder> bySession(String secret);

  /** Opens a session for a one-time login secret, which is spent by it, or for a token. */
  Optional<Session> logIn(String secret);

  void logOut(String sessionSecret);

  /** The enrolled agent whose key signed the message; empty for everyone else. */
  Optional<Agents.Enrolled> byAgent(ActorId agent, Bytes message, Bytes signature);

  /** What people call the actors of an organisation. */
  List<Holder> known(Organisation organisation);
}
