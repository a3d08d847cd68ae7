package dev.slipway.app.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.app.port.Lanes;
import dev.slipway.app.port.Turns;
import dev.slipway.app.reading.AskedGitHub;
import dev.slipway.app.reading.GuardedGitHub;
import dev.slipway.app.reading.GuardedIssuers;
import dev.slipway.app.reading.GuardedRegistries;
import dev.slipway.app.telling.GuardedDispatch;
import dev.slipway.codec.Digests;
import dev.slipway.codec.OrderCodec;
import dev.slipway.http.Doors;
import dev.slipway.ledger.Directory;
import dev.slipway.ledger.memory.MemoryHeldOrders;
import dev.slipway.ledger.memory.MemoryPeers;
import dev.slipway.ledger.sql.DurableWrites;
import dev.slipway.ledger.sql.SqlStore;
import dev.slipway.ledger.sql.views.SqliteReadTables;
import dev.slipway.loop.Loop;
import dev.slipway.loop.Outside;
import dev.slipway.loop.Ports;
import dev.slipway.loop.Stores;
import dev.slipway.loop.access.CompiledOrigins;
import dev.slipway.loop.access.CompiledPapers;
import dev.slipway.loop.access.DirectoryAdministration;
import dev.slipway.loop.access.DirectoryCredentials;
import dev.slipway.loop.access.DirectoryFeedbackDesk;
import dev.slipway.loop.access.DirectoryPersons;
import dev.slipway.loop.access.FreshExplanations;
import dev.slipway.loop.access.LedgerRecords;
import dev.slipway.loop.access.SignedIntake;
import dev.slipway.loop.access.TrustDesk;
import dev.slipway.loop.door.Attendance;
import dev.slipway.loop.keeper.Founding;
import dev.slipway.loop.port.Journal;
import dev.slipway.loop.snapshot.SnapshotRule;
import dev.slipway.model.ActorId;
import dev.slipway.model.Digest;
import dev.slipway.model.Organisation;
import dev.slipway.outlet.github.PullRequestComment;
import dev.slipway.source.cloudevents.EventsReceiver;
import dev.slipway.source.gitea.GiteaReceiver;
import dev.slipway.source.github.GitHubReceiver;
import dev.slipway.source.gitlab.GitLabReceiver;
import dev.slipway.source.registry.RegistryReceiver;
import dev.slipway.wire.agent.JoinToken;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * The part of a server that remembers and decides: its store opened, founded where it was empty,
 * its loop started.
 */
final class ControlPlane implements AutoCloseable {

  /** Names the ledger in its signed heads. */
  static final String ORIGIN = "slipway/" + Organisation.MAIN;

  private final InstantSource clock = InstantSource.system();
  private final SecureRandom random = new SecureRandom();
  private final RandomIdentities identities = new RandomIdentities(random);
  private final Secrets secrets = new Secrets(random);
  private final DataFolder folder;
  private final KeyRing keys;
  private final SqlStore store;
  private final GuardedDispatch dispatch;
  private final GuardedGitHub github;
  private final GuardedRegistries registries;
  private final GuardedIssuers issuers;
  private final SqliteReadTables tables;
  private final Turns turns;
  private final Lanes lanes;
  private final Loop loop;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ExecutorService behind =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("read-tables").daemon(true).factory());

  private ControlPlane(ServerOptions options, DurableWrites writes, Journal journal) {
    folder = options.data().made();
    keys = KeyRing.in(folder.keys(), random);
    store = SqlStore.open(folder.root(), clock, ORIGIN, keys.checkpoints(), options.logs(), writes);
    new FirstRun(store.ledger(), store.directory(), folder, keys, secrets, identities, clock)
        .foundWhereEmpty();
    github = GuardedGitHub.open(options.calls(), threads, clock);
    registries = GuardedRegistries.open(options.calls(), folder.layers(), threads, clock);
    issuers = GuardedIssuers.open(options.calls(), threads, clock);
    dispatch =
        GuardedDispatch.open(
            options.calls(), github.statuses(), github.deployments(), threads, clock);
    tables = new SqliteReadTables(folder.views(), behind);
    store.ledger().follow(tables.position(), tables::take);
    turns = new Turns("loop", journal);
    lanes = new Lanes(journal);
    Outside outside =
        new Outside(
            Mirrors.in(folder, store.blobs(), options.calls()),
            github.checks(),
            registries.images(),
            new AskedGitHub(github.deployments()),
            github.pullRequests(),
            new PullRequestComment(options.calls().link()));
    loop = new Loop(stores(), outside, ports(options, journal));
  }

  static ControlPlane start(ServerOptions options, DurableWrites writes, Journal journal) {
    ControlPlane plane = new ControlPlane(options, writes, journal);
    plane.loop.start();
    // Who may do what is folded from the ledger, so nobody can be answered before it was read.
    CompletableFuture.runAsync(() -> {}, plane.turns::execute).join();
    return plane;
  }

  private Stores stores() {
    return new Stores(
        store.ledger(),
        store.blobs(),
        store.logs(),
        store.inboxBodies(),
        store.timers(),
        store.presence(),
        new MemoryHeldOrders(),
        new MemoryPeers(),
        store.directory(),
        store.snapshots(),
        store.outbox());
  }

  private Ports ports(ServerOptions options, Journal journal) {
    return new Ports(
        Founding.FORMAT,
        turns,
        lanes,
        clock,
        random,
        identities,
        order -> OrderCodec.sign(order, keys.orders()),
        journal,
        dispatch,
        options.pollInterval(),
        new SnapshotRule(Program.folding(), SnapshotRule.STANDARD));
  }

  /** What HTTP reaches of all this. */
  Doors doors() {
    DirectoryAdministration administration =
        new DirectoryAdministration(
            store.directory(),
            loop.commands(),
            loop.memory(),
            clock,
            identities,
            secrets(),
            this::joinSecret);
    return new Doors(
        loop.commands(),
        new SignedIntake(
            store.directory(),
            loop.events(),
            clock,
            List.of(
                new GitHubReceiver(),
                new GitLabReceiver(),
                new GiteaReceiver(),
                new RegistryReceiver(),
                new EventsReceiver())),
        loop.agents(),
        loop.material(),
        loop.sealed(),
        loop.logs(),
        loop.changes(),
        loop.permissions(),
        new DirectoryCredentials(store.directory(), loop.agents(), loop.memory(), clock, secrets()),
        administration,
        trusts(),
        new DirectoryPersons(store.directory(), administration, identities),
        new DirectoryFeedbackDesk(store.directory(), loop.memory(), clock),
        new CompiledPapers(),
        new LedgerRecords(store.ledger()),
        new FreshExplanations(loop.memory(), clock),
        new CompiledOrigins(loop.memory()),
        this::lastHeard,
        loop.sources(),
        loop.previews(),
        loop.commits(),
        loop.suppositions(),
        loop.notifications(),
        tables,
        threads);
  }

  private TrustDesk trusts() {
    return new TrustDesk(
        store.directory(),
        loop.commands(),
        loop.memory(),
        loop.refusals(),
        issuers.tokens(),
        lanes,
        clock,
        identities,
        secrets());
  }

  private String joinSecret() {
    return JoinToken.of(secrets.draw("slj_"), keys.root().publicKey().base64());
  }

  private Optional<Attendance.Seen> lastHeard(ActorId agent) {
    return Optional.ofNullable(store.presence().lastHeard().get(agent))
        .map(seen -> new Attendance.Seen(seen.at(), seen.version()));
  }

  /**
   * A secret that logs a browser in as the administrator of the first run, once; empty when that
   * token is no longer in the folder.
   */
  Optional<String> loginSecret(Duration within) {
    return administrator()
        .map(known -> {
          String secret = secrets.draw("slw_");
          store
              .directory()
              .offerLogin(
                  digest(secret),
                  known.organisation(),
                  known.actor(),
                  clock.instant().plus(within));
          return secret;
        });
  }

  private Optional<Directory.Known> administrator() {
    return Files.exists(folder.token())
        ? store
            .directory()
            .byToken(digest(new String(PrivateFiles.read(folder.token()), UTF_8).strip()))
        : Optional.empty();
  }

  private static Digest digest(String secret) {
    return Digests.sha256(secret.getBytes(UTF_8));
  }

  Supplier<String> secrets() {
    return () -> secrets.draw("slw_");
  }

  SqlStore store() {
    return store;
  }

  Loop loop() {
    return loop;
  }

  Turns turns() {
    return turns;
  }

  Lanes lanes() {
    return lanes;
  }

  KeyRing keys() {
    return keys;
  }

  InstantSource clock() {
    return clock;
  }

  @Override
  public void close() {
    turns.close();
    loop.rest();
    dispatch.close();
    github.close();
    registries.close();
    issuers.close();
    store.close();
    tables.close();
    behind.shutdown();
    threads.shutdownNow();
  }
}
