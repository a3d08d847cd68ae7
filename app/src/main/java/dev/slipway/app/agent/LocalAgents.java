package dev.slipway.app.agent;

import dev.slipway.agent.Identity;
import dev.slipway.agent.Settings;
import dev.slipway.agent.disk.AgentFolder;
import dev.slipway.codec.Digests;
import dev.slipway.engine.fold.TargetState;
import dev.slipway.engine.fold.World;
import dev.slipway.ledger.Directory;
import dev.slipway.loop.door.Changes;
import dev.slipway.loop.port.Journal;
import dev.slipway.loop.port.Scheduler;
import dev.slipway.loop.port.Workers;
import dev.slipway.model.Organisation;
import dev.slipway.model.TargetId;
import dev.slipway.model.definition.TargetDefinition;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.TargetDeclared;
import dev.slipway.runtime.process.Forwarding;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Starts an agent for every local target as soon as it is declared. */
public final class LocalAgents implements AutoCloseable {

  private static final Duration JOIN_WITHIN = Duration.ofMinutes(15);
  private static final Duration AGAIN_AFTER = Duration.ofSeconds(5);
  private static final String LANE = "local agents";

  private final Organisation organisation;
  private final Path folder;
  private final URI server;
  private final String version;
  private final Directory directory;
  private final Supplier<String> secrets;
  private final Scheduler scheduler;
  private final Workers workers;
  private final InstantSource clock;
  private final Journal journal;
  private final Map<TargetId, LocalAgent> running = new LinkedHashMap<>();
  private Optional<Forwarding> forwarder = Optional.empty();
  private boolean closed;

  public LocalAgents(
      Organisation organisation,
      Path folder,
      URI server,
      String version,
      Directory directory,
      Supplier<String> secrets,
      Scheduler scheduler,
      Workers workers,
      InstantSource clock,
      Journal journal) {
    this.organisation = organisation;
    this.folder = folder;
    this.server = server;
    this.version = version;
    this.directory = directory;
    this.secrets = secrets;
    this.scheduler = scheduler;
    this.workers = workers;
    this.clock = clock;
    this.journal = journal;
  }

  /** Starts the agents of the targets that are there, and of those to come. */
  public Changes.Subscription follow(Changes changes, World now) {
    now.declared().environments().values().stream()
        .flatMap(environment -> environment.targets().values().stream())
        .map(TargetState::definition)
        .filter(TargetDefinition::local)
        .forEach(target -> startSoon(target.id()));
    return changes.follow(organisation, now.position(), this::took);
  }

  private void took(List<Recorded> entries) {
    entries.stream()
        .map(Recorded::entry)
        .filter(TargetDeclared.class::isInstance)
        .map(declared -> ((TargetDeclared) declared).definition())
        .filter(TargetDefinition::local)
        .forEach(target -> startSoon(target.id()));
  }

  private synchronized void start(TargetId target) {
    if (closed || running.containsKey(target)) {
      return;
    }
    Path place =
        folder
            .resolve(organisation.value())
            .resolve(target.environment().value())
            .resolve(target.target().value());
    try {
      AgentFolder home = AgentFolder.open(place);
      running.put(
          target,
          new LocalAgent(
              home,
              identity(home, target),
              server,
              forwarding(),
              Settings.STANDARD,
              version,
              UnaryOperator.identity(),
              journal,
              why -> broke(target, why)));
      journal.info("An agent serves " + target);
    } catch (IOException failure) {
      journal.alarm("The agent of " + target + " did not start; it is tried again", failure);
      scheduler.after(AGAIN_AFTER, () -> startSoon(target));
    }
  }

  private Identity identity(AgentFolder home, TargetId target) throws IOException {
    Optional<Identity> known = home.identity();
    return known.isPresent()
        ? known.get()
        : new Enrolment(server, joinToken(target), Optional.empty(), Optional.empty()).in(home);
  }

  /** All agents of this machine share one forwarder, which outlives them. */
  private Forwarding forwarding() throws IOException {
    if (forwarder.isEmpty()) {
      forwarder = Optional.of(LocalForwarder.in(folder.resolve("forwarder")));
    }
    return forwarder.get();
  }

  private void startSoon(TargetId target) {
    workers.execute(LANE, () -> start(target));
  }

  /** An agent that found its own state broken is made anew from its journal. */
  private void broke(TargetId target, Throwable why) {
    journal.alarm("The agent of " + target + " starts anew", why);
    workers.execute(
        LANE,
        () -> {
          stop(target);
          start(target);
        });
  }

  private synchronized void stop(TargetId target) {
    LocalAgent agent = running.remove(target);
    if (agent != null) {
      agent.close();
    }
  }

  private String joinToken(TargetId target) {
    String secret = secrets.get();
    directory.offerJoin(
        Digests.sha256(secret.getBytes(StandardCharsets.UTF_8)),
        organisation,
        target,
        clock.instant().plus(JOIN_WITHIN));
    return secret;
  }

  @Override
  public synchronized void close() {
    closed = true;
    running.values().forEach(LocalAgent::close);
    running.clear();
  }
}
