package dev.slipway.loop.door;

import dev.slipway.model.ActorId;
import dev.slipway.model.Organisation;
import dev.slipway.model.Reason;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.TargetId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Gives out secrets: tokens, join tokens and receivers' addresses. Thread-safe. */
public interface Administration {

  /** Something made, or why it was not. */
  sealed interface Made<T> {
    record Done<T>(T value) implements Made<T> {}

    record Refused<T>(Reason because) implements Made<T> {}

    /** There is nothing to make it for. */
    record Unknown<T>() implements Made<T> {}
  }

  /** A token; its secret is absent when the key had made it before. */
  record NewToken(ActorId token, String name, Instant at, Optional<String> secret) {}

  record NewJoin(TargetId target, String secret, Instant expiresAt) {}

  /** An address at which one sender's messages are received. */
  record Hook(String id, String kind) {}

  record NewHook(Hook hook, String secret) {}

  /** Why the actor may not give out access; empty when it may. */
  Optional<Reason> refusalToAdminister(Organisation organisation, ActorId actor);

  /** Issues a token; the command is recorded, and its secret's digest is kept once it is. */
  CompletionStage<Made<NewToken>> issue(
      Organisation organisation,
      ActorId by,
      String idempotencyKey,
      String name,
      Role role,
      Scope scope);

  /** Forgets the secret of a token, once its end was recorded. */
  void withdraw(Organisation organisation, ActorId token);

  Made<NewJoin> offerJoin(Organisation organisation, ActorId by, TargetId target);

  Made<List<Hook>> hooks(Organisation organisation, ActorId by);

  Made<NewHook> openHook(Organisation organisation, ActorId by, String kind);

  Made<Hook> closeHook(Organisation organisation, ActorId by, String hook);
}
