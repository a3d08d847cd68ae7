package dev.slipway.ledger;

import dev.slipway.model.ActorId;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.Organisation;
import dev.slipway.model.TargetId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What may be erased and must never be in an entry: names of actors, what people said of pages,
 * hashes of secrets, sessions, join tokens. Secrets themselves are never kept, only their SHA-256.
 * Thread-safe.
 */
public interface Directory {

  /** An actor as people know it. */
  record Known(Organisation organisation, ActorId actor, String name) {}

  void name(Organisation organisation, ActorId actor, String name);

  List<Known> actors(Organisation organisation);

  /** Who is behind e-mail addresses and tokens. */
  People people();

  /** What people said of pages. */
  FeedbackBox feedback();

  /** Lets whoever holds the secret of this hash be the actor. */
  void grantToken(Organisation organisation, ActorId actor, Digest secretHash, Instant createdAt);

  void withdrawToken(Organisation organisation, ActorId actor);

  /** Whom a token's secret stands for. Whether that actor may act is for the engine to say. */
  Optional<Known> byToken(Digest secretHash);

  /** Keeps a browser's session, made from a login link or a token. */
  void openSession(Digest secretHash, Organisation organisation, ActorId actor, Instant expiresAt);

  Optional<Known> bySession(Digest secretHash, Instant now);

  void closeSession(Digest secretHash);

  /** Keeps a single-use secret for logging a browser in. */
  void offerLogin(Digest secretHash, Organisation organisation, ActorId actor, Instant expiresAt);

  /** Takes a single-use login secret; a second call with the same secret finds nothing. */
  Optional<Known> takeLogin(Digest secretHash, Instant now);

  /** How long a join secret that is spent or expired is remembered. */
  Duration JOIN_REMEMBERED_FOR = Duration.ofDays(1);

  /** Keeps a single-use secret with which one agent may enrol at one target. */
  void offerJoin(Digest secretHash, Organisation organisation, TargetId target, Instant expiresAt);

  /**
   * Spends a join secret, if it is good and vouches for a target that is wanted. A secret that is
   * used or expired is remembered for a day, so that whoever shows it again can be told.
   */
  JoinShown takeJoin(Digest secretHash, Instant now, Predicate<TargetId> wanted);

  /**
   * The secret shared with a sender of webhooks or events, by the exact id in its address.
   *
   * @throws IllegalArgumentException when another organisation has this id; nothing changes
   */
  void shareSecret(Organisation organisation, String hook, String kind, Bytes secret);

  Optional<Hook> hook(String hook);

  List<Hook> hooks(Organisation organisation);

  void removeHook(Organisation organisation, String hook);

  /** A receiver's address and the secret that its sender signs with. */
  record Hook(Organisation organisation, String id, String kind, Bytes secret) {}
}
