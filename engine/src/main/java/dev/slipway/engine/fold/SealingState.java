package dev.slipway.engine.fold;

import dev.slipway.model.Digest;
import dev.slipway.model.EnvironmentKey;
import dev.slipway.model.SecretName;
import dev.slipway.model.entry.EnvironmentKeyEnded;
import dev.slipway.model.entry.EnvironmentKeyMade;
import dev.slipway.model.entry.SecretRemoved;
import dev.slipway.model.entry.SecretSealed;
import java.util.Optional;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * The secrets that are sealed to an environment's key.
 *
 * @param key absent until an agent made one, and from the end of one until another is made
 */
public record SealingState(Optional<EnvironmentKey> key, PSortedMap<SecretName, Versions> secrets) {

  public static final SealingState NOTHING = new SealingState(Optional.empty(), TreePMap.empty());

  /**
   * What there is of one secret.
   *
   * @param newest the number of the newest version that there ever was
   * @param sealed the digest of what is sealed, by version; without those that were removed
   */
  public record Versions(int newest, PSortedMap<Integer, Digest> sealed) {
    private static final Versions NONE = new Versions(0, TreePMap.empty());

    /** The newest version of those that are there. */
    public Optional<Integer> newestKept() {
      return sealed.isEmpty() ? Optional.empty() : Optional.of(sealed.lastKey());
    }
  }

  /** What there is of a secret. */
  public Versions versions(SecretName secret) {
    return secrets.getOrDefault(secret, Versions.NONE);
  }

  /** What is sealed as a version, if it was not removed. */
  public Optional<Digest> sealed(SecretName secret, int version) {
    return Optional.ofNullable(versions(secret).sealed().get(version));
  }

  SealingState with(EnvironmentKeyMade entry) {
    return new SealingState(Optional.of(entry.key()), secrets);
  }

  SealingState with(EnvironmentKeyEnded entry) {
    return new SealingState(key.filter(it -> !it.equals(entry.key())), secrets);
  }

  SealingState with(SecretSealed entry) {
    PSortedMap<Integer, Digest> sealed =
        versions(entry.secret()).sealed().plus(entry.version(), entry.sealed());
    return new SealingState(
        key, secrets.plus(entry.secret(), new Versions(entry.version(), sealed)));
  }

  SealingState with(SecretRemoved entry) {
    Versions known = versions(entry.secret());
    return new SealingState(
        key,
        secrets.plus(
            entry.secret(), new Versions(known.newest(), known.sealed().minus(entry.version()))));
  }
}
