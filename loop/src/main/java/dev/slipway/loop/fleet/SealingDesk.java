package dev.slipway.loop.fleet;

import dev.slipway.codec.Digests;
import dev.slipway.engine.authority.Authority;
import dev.slipway.engine.authority.Judgement;
import dev.slipway.engine.fold.EnvironmentState;
import dev.slipway.engine.fold.SealingState;
import dev.slipway.ledger.Blobs;
import dev.slipway.loop.door.Agents.Enrolled;
import dev.slipway.loop.door.Commands;
import dev.slipway.loop.door.Memory;
import dev.slipway.loop.door.SealedSecrets;
import dev.slipway.loop.port.Scheduler;
import dev.slipway.loop.port.Workers;
import dev.slipway.model.ActorId;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.EnvironmentKey;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Organisation;
import dev.slipway.model.SecretName;
import dev.slipway.model.SecretValue;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.SecretWish;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Keeps what is sealed, gives each agent what is sealed to its own environment, and lets agents
 * pass the key on. Thread-safe.
 */
public final class SealingDesk implements SealedSecrets {

  private static final String LANE = "sealed";

  private final Memory memory;
  private final Blobs blobs;
  private final Commands commands;
  private final KeyRelay relay;
  private final Scheduler scheduler;
  private final Workers workers;
  private volatile List<Enrolled> needy = List.of();

  SealingDesk(
      Memory memory,
      Blobs blobs,
      Commands commands,
      KeyRelay relay,
      Scheduler scheduler,
      Workers workers) {
    this.memory = memory;
    this.blobs = blobs;
    this.commands = commands;
    this.relay = relay;
    this.scheduler = scheduler;
    this.workers = workers;
  }

  @Override
  public Optional<EnvironmentKey> key(Organisation organisation, EnvironmentName environment) {
    Optional<EnvironmentKey> key = sealing(organisation, environment).flatMap(SealingState::key);
    if (key.isEmpty()) {
      scheduler.execute(() -> relay.want(organisation, environment));
    }
    return key;
  }

  @Override
  public Optional<Integer> next(
      Organisation organisation, EnvironmentName environment, SecretName secret) {
    return sealing(organisation, environment).map(it -> it.versions(secret).newest() + 1);
  }

  @Override
  public Command set(Organisation organisation, ActorId actor, Setting setting, Bytes sealed)
      throws IOException {
    byte[] content = sealed.toArray();
    Command command =
        new Command.Secrets(
            new SecretWish.Seal(
                setting.environment(),
                setting.secret(),
                setting.version(),
                setting.key(),
                Digests.sha256(content)));
    if (Authority.judge(memory.world(organisation), actor, command) instanceof Judgement.Allowed) {
      Digest _ = blobs.keep(out -> out.write(content));
    }
    return command;
  }

  @Override
  public List<TargetId> waiting(Organisation organisation, EnvironmentName environment) {
    return needy.stream()
        .filter(one -> one.organisation().equals(organisation))
        .map(Enrolled::target)
        .filter(target -> target.environment().equals(environment))
        .toList();
  }

  @Override
  public CompletionStage<Told> exchange(Enrolled agent, Said said) {
    CompletableFuture<Told> answer = new CompletableFuture<>();
    CompletionStage<Void> _ =
        offered(agent, said)
            .handle((_, failure) -> {
              if (failure == null) {
                scheduler.execute(() -> hear(agent, said, answer));
              } else {
                answer.completeExceptionally(failure);
              }
              return null;
            });
    return answer;
  }

  /** Writes down the key that an agent made, where there is none. */
  private CompletionStage<Boolean> offered(Enrolled agent, Said said) {
    EnvironmentName environment = agent.target().environment();
    Optional<EnvironmentKey> known =
        sealing(agent.organisation(), environment).flatMap(SealingState::key);
    if (known.isPresent() || said.offers().isEmpty()) {
      return CompletableFuture.completedStage(false);
    }
    EnvironmentKey key = said.offers().orElseThrow();
    return commands
        .submit(
            agent.organisation(),
            ActorId.SLIPWAY,
            "key %s of %s".formatted(key.base64(), agent.agent()),
            new Command.Secrets(new SecretWish.OfferKey(environment, key, agent.agent())))
        .thenApply(_ -> true);
  }

  private void hear(Enrolled agent, Said said, CompletableFuture<Told> answer) {
    relay.hear(agent, said);
    needy = relay.needy();
    Optional<SealingState> sealing = sealing(agent.organisation(), agent.target().environment());
    Optional<EnvironmentKey> key = sealing.flatMap(SealingState::key);
    Optional<Handed> handed = relay.takeHanded(agent);
    List<Enrolled> newcomers = relay.newcomers(agent);
    Map<Version, Digest> wanted = new HashMap<>();
    for (Version version : said.wanted()) {
      sealing
          .flatMap(it -> it.sealed(version.secret(), version.number()))
          .ifPresent(digest -> wanted.put(version, digest));
    }
    workers.execute(
        LANE, () -> complete(answer, () -> new Told(key, handed, newcomers, read(wanted))));
  }

  /** Reads what may not be readable. */
  @FunctionalInterface
  private interface Reading {
    Told told() throws IOException;
  }

  private static void complete(CompletableFuture<Told> answer, Reading reading) {
    try {
      answer.complete(reading.told());
    } catch (IOException unreadable) {
      answer.completeExceptionally(unreadable);
    }
  }

  private Map<Version, Bytes> read(Map<Version, Digest> wanted) throws IOException {
    Map<Version, Bytes> found = new HashMap<>();
    for (Map.Entry<Version, Digest> one : wanted.entrySet()) {
      Optional<InputStream> content = blobs.open(one.getValue());
      if (content.isPresent()) {
        try (InputStream in = content.orElseThrow()) {
          found.put(one.getKey(), Bytes.of(in.readNBytes(SecretValue.SEALED_LENGTH_MAX)));
        }
      }
    }
    return found;
  }

  private Optional<SealingState> sealing(Organisation organisation, EnvironmentName environment) {
    return memory
        .world(organisation)
        .declared()
        .environment(environment)
        .map(EnvironmentState::sealing);
  }
}
