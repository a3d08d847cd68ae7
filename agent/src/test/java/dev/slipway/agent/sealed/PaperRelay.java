package dev.slipway.agent.sealed;

import dev.slipway.agent.Identity;
import dev.slipway.codec.AgentCertificate;
import dev.slipway.codec.Certificates;
import dev.slipway.codec.SealedSecrets;
import dev.slipway.codec.SigningKey;
import dev.slipway.model.ActorId;
import dev.slipway.model.Bytes;
import dev.slipway.model.EnvironmentKey;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Organisation;
import dev.slipway.model.SealedName;
import dev.slipway.model.SecretName;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import dev.slipway.wire.agent.HandedKey;
import dev.slipway.wire.agent.SealedSecret;
import dev.slipway.wire.agent.SecretsRequest;
import dev.slipway.wire.agent.SecretsResponse;
import dev.slipway.wire.agent.WantedSecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A server that passes on what agents of one environment say, and may be away. */
final class PaperRelay {

  static final Organisation OURS = Organisation.MAIN;
  static final EnvironmentName STAGING = new EnvironmentName("staging");

  final SigningKey root = SigningKey.generate(new SecureRandom());
  final List<String> log = new ArrayList<>();
  Optional<String> key = Optional.empty();
  boolean isAway;
  SigningKey certifying = root;

  private final Path folder;
  private final Map<String, AgentCertificate> agents = new HashMap<>();
  private final Map<String, AgentCertificate> lacking = new TreeMap<>();
  private final Map<String, HandedKey> handed = new HashMap<>();
  private final Map<WantedSecret, String> sealed = new HashMap<>();

  PaperRelay(Path folder) {
    this.folder = folder;
  }

  /** An agent with a folder of its own, which it finds again. */
  SealedSource agent(String name, SigningKey own) {
    AgentCertificate self =
        new AgentCertificate(
            OURS, new ActorId(name), new TargetId(STAGING, new TargetName(name)), own.publicKey());
    agents.put(name, self);
    try {
      return new SealedSource(
          new Identity(self.agent(), OURS, self.target(), root.publicKey(), List.of()),
          own,
          Keyring.open(folder.resolve(name), new SecureRandom()),
          request -> answer(self, request),
          log::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Seals a value as somebody with the command line does. */
  void set(String secret, int version, String value) {
    SealedName name = new SealedName(OURS, STAGING, new SecretName(secret), version);
    Bytes bytes =
        SealedSecrets.seal(
            new EnvironmentKey(key.orElseThrow()), name, value.getBytes(StandardCharsets.UTF_8));
    put(secret, version, bytes);
  }

  void put(String secret, int version, Bytes bytes) {
    sealed.put(
        new WantedSecret(secret, version), Base64.getEncoder().encodeToString(bytes.toArray()));
  }

  private CompletionStage<SecretsResponse> answer(AgentCertificate self, SecretsRequest request) {
    if (isAway) {
      return CompletableFuture.failedStage(new IOException("away"));
    }
    key = key.or(request::offers);
    String name = self.agent().value();
    boolean holds = key.isPresent() && request.holds().equals(key);
    if (holds) {
      lacking.remove(name);
      request
          .wrapped()
          .forEach(one -> handed.put(one.agent(), new HandedKey(certificate(self), one.wrapped())));
    } else {
      lacking.put(name, self);
    }
    List<SealedSecret> found = new ArrayList<>();
    for (WantedSecret one : request.wanted()) {
      Optional.ofNullable(sealed.get(one))
          .ifPresent(text -> found.add(new SealedSecret(one.secret(), one.version(), text)));
    }
    return CompletableFuture.completedStage(
        new SecretsResponse(
            key,
            Optional.ofNullable(handed.remove(name)),
            holds
                ? lacking.values().stream()
                    .filter(one -> !handed.containsKey(one.agent().value()))
                    .map(this::certificate)
                    .toList()
                : List.of(),
            found));
  }

  private String certificate(AgentCertificate agent) {
    return Certificates.issue(certifying, agent).utf8();
  }
}
