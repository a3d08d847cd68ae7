package dev.slipway.agent.sealed;

import dev.slipway.agent.Identity;
import dev.slipway.codec.AgentCertificate;
import dev.slipway.codec.Certificates;
import dev.slipway.codec.EnvironmentKeyPair;
import dev.slipway.codec.SealedSecrets;
import dev.slipway.codec.SigningKey;
import dev.slipway.codec.WrappedKeys;
import dev.slipway.model.Bytes;
import dev.slipway.model.EnvironmentKey;
import dev.slipway.model.Reason;
import dev.slipway.model.SealedName;
import dev.slipway.model.SecretName;
import dev.slipway.model.definition.SecretReference;
import dev.slipway.runtime.SecretMissing;
import dev.slipway.runtime.secrets.SealedValues;
import dev.slipway.runtime.secrets.SecretSources;
import dev.slipway.wire.agent.HandedKey;
import dev.slipway.wire.agent.SealedSecret;
import dev.slipway.wire.agent.SecretsRequest;
import dev.slipway.wire.agent.SecretsResponse;
import dev.slipway.wire.agent.WantedSecret;
import dev.slipway.wire.agent.WrappedKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * Opens what is sealed to the environment's key. An agent that has no key makes one where there is
 * none, and is handed it by another one otherwise; one that has it hands it to those that lack it
 * and that the root certified. What was opened once is found again without the server. Thread-safe;
 * every call may wait for the server.
 */
public final class SealedSource implements SealedValues {

  /** Making a key, learning that it counts, handing it on and learning who came meanwhile. */
  private static final int ROUNDS_MAX = 6;

  private final Identity identity;
  private final SigningKey own;
  private final Keyring keyring;
  private final KeyExchange server;
  private final Consumer<String> log;

  /** Whether the environment has a key that this agent was not handed yet, as was heard last. */
  private boolean lacksKey;

  /**
   * The source of one agent.
   *
   * @param own the key that the agent signs with
   * @param log takes lines for the operator of the machine
   */
  public SealedSource(
      Identity identity,
      SigningKey own,
      Keyring keyring,
      KeyExchange server,
      Consumer<String> log) {
    this.identity = identity;
    this.own = own;
    this.keyring = keyring;
    this.server = server;
    this.log = log;
  }

  /** Looks whether a key can be had, or another agent needs the one that is here. */
  public synchronized void look() {
    try {
      exchange(List.of());
    } catch (IOException | CompletionException e) {
      log.accept("Nothing was heard of the environment's key: " + e.getClass().getSimpleName());
    }
  }

  @Override
  public synchronized byte[] of(SecretReference.Sealed reference) throws SecretMissing {
    try {
      Optional<byte[]> kept = opened(reference);
      if (kept.isPresent()) {
        return kept.orElseThrow();
      }
      exchange(List.of(new WantedSecret(reference.name().value(), reference.version())));
      Optional<byte[]> brought = opened(reference);
      if (brought.isPresent()) {
        return brought.orElseThrow();
      }
      throw missing(reference);
    } catch (IOException e) {
      throw SecretSources.missing(reference, "cannot be read or kept in the agent's own folder.");
    } catch (CompletionException e) {
      throw awaited(reference, "has not been fetched yet, and the server does not answer.");
    }
  }

  private Optional<byte[]> opened(SecretReference.Sealed reference) throws IOException {
    Optional<Bytes> sealed = keyring.sealed(reference);
    if (sealed.isEmpty()) {
      return Optional.empty();
    }
    return keyring.all().stream()
        .flatMap(key -> SealedSecrets.open(key, name(reference), sealed.orElseThrow()).stream())
        .findFirst();
  }

  private SecretMissing missing(SecretReference.Sealed reference) throws IOException {
    if (lacksKey) {
      return keyless(reference);
    }
    return keyring.sealed(reference).isPresent()
        ? SecretSources.missing(
            reference,
            "cannot be opened with the key of %s. Set it again with slipway secret set."
                .formatted(identity.target().environment()))
        : SecretSources.missing(
            reference,
            "is not in the sealed store of %s, or was removed. Set it with slipway secret set."
                .formatted(identity.target().environment()));
  }

  private SecretMissing keyless(SecretReference.Sealed reference) {
    return awaited(
        reference,
        "cannot be opened yet: this agent has no key of %s, and waits for another agent there that has."
            .formatted(identity.target().environment()));
  }

  private static SecretMissing awaited(SecretReference.Sealed reference, String why) {
    return SecretMissing.awaited(
        new Reason("secret-key-awaited", "The secret %s %s".formatted(reference.words(), why)));
  }

  private SealedName name(SecretReference.Sealed reference) {
    return new SealedName(
        identity.organisation(),
        identity.target().environment(),
        reference.name(),
        reference.version());
  }

  /** Asks until nothing follows from the answer. */
  private void exchange(List<WantedSecret> wanted) throws IOException {
    Optional<SecretsRequest> next =
        Optional.of(new SecretsRequest(holds(), Optional.empty(), List.of(), wanted));
    for (int round = 0; round < ROUNDS_MAX && next.isPresent(); round++) {
      SecretsRequest request = next.orElseThrow();
      next = follow(request, server.ask(request).toCompletableFuture().join());
    }
  }

  private Optional<String> holds() throws IOException {
    return keyring.key().map(pair -> pair.publicKey().base64());
  }

  /** What is to be said after an answer. */
  private Optional<SecretsRequest> follow(SecretsRequest asked, SecretsResponse told)
      throws IOException {
    for (SealedSecret secret : told.sealed()) {
      keep(secret);
    }
    if (told.key().isEmpty()) {
      return asked.offers().isPresent() ? Optional.empty() : Optional.of(offering(asked));
    }
    EnvironmentKey key = new EnvironmentKey(told.key().orElseThrow());
    Optional<EnvironmentKeyPair> held = keyring.key().filter(pair -> pair.publicKey().equals(key));
    lacksKey = held.isEmpty();
    if (held.isPresent()) {
      List<WrappedKey> wrapped = wrapped(held.orElseThrow(), told.newcomers());
      return wrapped.isEmpty()
          ? Optional.empty()
          : Optional.of(new SecretsRequest(told.key(), Optional.empty(), wrapped, List.of()));
    }
    Optional<EnvironmentKeyPair> got =
        keyring
            .made()
            .filter(pair -> pair.publicKey().equals(key))
            .or(() -> told.handed().flatMap(handed -> unwrapped(handed, key)));
    if (got.isEmpty()) {
      return Optional.empty();
    }
    keyring.keep(got.orElseThrow());
    lacksKey = false;
    log.accept("Has the key of %s: %s".formatted(identity.target().environment(), key.base64()));
    return Optional.of(new SecretsRequest(told.key(), Optional.empty(), List.of(), asked.wanted()));
  }

  private SecretsRequest offering(SecretsRequest asked) throws IOException {
    return new SecretsRequest(
        Optional.empty(),
        Optional.of(keyring.candidate().publicKey().base64()),
        List.of(),
        asked.wanted());
  }

  private void keep(SealedSecret secret) throws IOException {
    try {
      keyring.keep(
          new SecretReference.Sealed(new SecretName(secret.secret()), secret.version()),
          Bytes.of(Base64.getDecoder().decode(secret.sealed())));
    } catch (IllegalArgumentException e) {
      log.accept("The server brought a secret that is none.");
    }
  }

  /** The key for each newcomer of this environment that the root certified. */
  private List<WrappedKey> wrapped(EnvironmentKeyPair key, List<String> newcomers) {
    List<WrappedKey> wrapped = new ArrayList<>();
    for (String newcomer : newcomers) {
      Optional<AgentCertificate> certified = certified(newcomer);
      if (certified.isEmpty()) {
        log.accept("Handed the key to nobody whom the root did not certify.");
      } else {
        AgentCertificate to = certified.orElseThrow();
        WrappedKeys.wrap(key, own, to)
            .ifPresent(bytes -> {
              wrapped.add(
                  new WrappedKey(
                      to.agent().value(), Base64.getEncoder().encodeToString(bytes.toArray())));
              log.accept("Handed the key of the environment to the agent of " + to.target());
            });
      }
    }
    return List.copyOf(wrapped);
  }

  /** What another agent wrapped for this one, if it is what it should be. */
  private Optional<EnvironmentKeyPair> unwrapped(HandedKey handed, EnvironmentKey expected) {
    Optional<EnvironmentKeyPair> key =
        certified(handed.from())
            .flatMap(from -> WrappedKeys.unwrap(decoded(handed.wrapped()), own, self(), from.key()))
            .filter(pair -> pair.publicKey().equals(expected));
    if (key.isEmpty()) {
      log.accept("Was handed a key that is not the one of the environment.");
    }
    return key;
  }

  private static Bytes decoded(String base64) {
    try {
      return Bytes.of(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      return Bytes.of(new byte[0]);
    }
  }

  /** An agent of this environment, on the word of the root that is pinned here. */
  private Optional<AgentCertificate> certified(String text) {
    return Certificates.verifyAgent(identity.root(), Bytes.ofUtf8(text))
        .filter(agent -> agent.organisation().equals(identity.organisation()))
        .filter(agent -> agent.target().environment().equals(identity.target().environment()));
  }

  private AgentCertificate self() {
    return new AgentCertificate(
        identity.organisation(), identity.agent(), identity.target(), own.publicKey());
  }
}
