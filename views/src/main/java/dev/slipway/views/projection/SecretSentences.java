package dev.slipway.views.projection;

import dev.slipway.model.entry.EnvironmentKeyEnded;
import dev.slipway.model.entry.EnvironmentKeyMade;
import dev.slipway.model.entry.SecretRemoved;
import dev.slipway.model.entry.SecretSealed;

/** What became of sealed secrets, in a sentence each; never what they are. Stateless. */
final class SecretSentences {

  private SecretSentences() {}

  static String of(EnvironmentKeyMade it) {
    return "An agent of " + it.environment() + " made the key that its secrets are sealed to.";
  }

  static String of(EnvironmentKeyEnded it) {
    return "Nothing more is sealed to the key of " + it.environment() + ".";
  }

  static String of(SecretSealed it) {
    return "Version %d of the secret %s was set in %s."
        .formatted(it.version(), it.secret(), it.environment());
  }

  static String of(SecretRemoved it) {
    return "Version %d of the secret %s was removed from %s."
        .formatted(it.version(), it.secret(), it.environment());
  }
}
