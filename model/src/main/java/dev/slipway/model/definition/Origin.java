package dev.slipway.model.definition;

import dev.slipway.model.ActorId;
import dev.slipway.model.Digest;
import dev.slipway.model.Sha;

/** Where a document came from. */
public sealed interface Origin {

  /** The application's repository at a commit. */
  record Commit(Sha sha) implements Origin {}

  /** Someone applied it through the API; {@code document} is the digest of its bytes. */
  record Applied(ActorId by, Digest document) implements Origin {}

  /** Slipway made it because another document names it. */
  record Implied() implements Origin {}
}
