package dev.slipway.loop.access;

import dev.slipway.codec.Digests;
import dev.slipway.codec.Signatures;
import dev.slipway.engine.fold.Actors;
import dev.slipway.ledger.Directory;
import dev.slipway.loop.door.Agents;
import dev.slipway.loop.door.Credentials;
import dev.slipway.loop.door.Memory;
import dev.slipway.model.ActorId;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.Organisation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Credentials by the directory, which count for as long as the ledger grants their actor a role. So
 * the recorded end of a token ends every session that was opened with it or for it, too. What a run
 * of a CI system was given ends by itself.
 */
public final class DirectoryCredentials implements Credentials {

  private static final Duration SESSION = Duration.ofHours(12);

  private final Directory directory;
  private final Agents agents;
  private final Memory memory;
  private final InstantSource clock;
  private final Supplier<String> secrets;

  /**
   * @param secrets draws secrets that nobody can guess
   */
  public DirectoryCredentials(
      Directory directory,
      Agents agents,
      Memory memory,
      InstantSource clock,
      Supplier<String> secrets) {
    this.directory = directory;
    this.agents = agents;
    this.memory = memory;
    this.clock = clock;
    this.secrets = secrets;
  }

  @Override
  public Optional<Holder> byToken(String secret) {
    return directory.byToken(digest(secret)).filter(this::counts).map(DirectoryCredentials::holder);
  }

  @Override
  public Optional<Holder> bySession(String secret) {
    return directory
        .bySession(digest(secret), clock.instant())
        .filter(this::counts)
        .map(DirectoryCredentials::holder);
  }

  @Override
  public Optional<Session> logIn(String secret) {
    Instant now = clock.instant();
    return directory
        .takeLogin(digest(secret), now)
        .filter(this::counts)
        .map(DirectoryCredentials::holder)
        .or(() -> byToken(secret))
        .map(holder -> open(holder, now.plus(SESSION)));
  }

  private boolean counts(Directory.Known known) {
    Actors actors = memory.world(known.organisation()).actors();
    return actors.grant(known.actor()).isPresent()
        && actors.trusts().pass(known.actor()).stream()
            .allMatch(pass -> clock.instant().isBefore(pass.until()));
  }

  private Session open(Holder holder, Instant until) {
    String session = secrets.get();
    directory.openSession(digest(session), holder.organisation(), holder.actor(), until);
    return new Session(holder, session, until);
  }

  @Override
  public void logOut(String sessionSecret) {
    directory.closeSession(digest(sessionSecret));
  }

  @Override
  public Optional<Agents.Enrolled> byAgent(ActorId agent, Bytes message, Bytes signature) {
    Optional<Agents.Enrolled> present =
        agents.enrolled(agent).filter(it -> isSignedBy(it, message, signature));
    if (present.isEmpty()) {
      agents
          .former(agent)
          .filter(it -> isSignedBy(it, message, signature))
          .ifPresent(agents::heardOfFormer);
    }
    return present;
  }

  private static boolean isSignedBy(Agents.Enrolled agent, Bytes message, Bytes signature) {
    return Signatures.verify(agent.key(), message.toArray(), signature.toArray());
  }

  @Override
  public List<Holder> known(Organisation organisation) {
    return directory.actors(organisation).stream().map(DirectoryCredentials::holder).toList();
  }

  private static Holder holder(Directory.Known known) {
    return new Holder(known.organisation(), known.actor(), known.name());
  }

  static Digest digest(String secret) {
    return Digests.sha256(secret.getBytes(StandardCharsets.UTF_8));
  }
}
