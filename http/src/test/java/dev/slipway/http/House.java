package dev.slipway.http;

import dev.slipway.codec.Digests;
import dev.slipway.codec.OrderCodec;
import dev.slipway.codec.SigningKey;
import dev.slipway.http.gate.Strangers;
import dev.slipway.ledger.Batch;
import dev.slipway.ledger.Directory;
import dev.slipway.ledger.Guards;
import dev.slipway.ledger.memory.MemoryBlobs;
import dev.slipway.ledger.memory.MemoryDirectory;
import dev.slipway.ledger.memory.MemoryHeldOrders;
import dev.slipway.ledger.memory.MemoryInboxBodies;
import dev.slipway.ledger.memory.MemoryLedger;
import dev.slipway.ledger.memory.MemoryLogs;
import dev.slipway.ledger.memory.MemoryOutbox;
import dev.slipway.ledger.memory.MemoryPeers;
import dev.slipway.ledger.memory.MemoryPresence;
import dev.slipway.ledger.memory.MemorySnapshots;
import dev.slipway.ledger.memory.MemoryTimers;
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
import dev.slipway.loop.door.Attendance;
import dev.slipway.loop.keeper.Founding;
import dev.slipway.loop.snapshot.SnapshotRule;
import dev.slipway.model.ActorId;
import dev.slipway.model.Organisation;
import dev.slipway.model.Position;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.StreamKey;
import dev.slipway.model.entry.Draft;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.TokenIssued;
import dev.slipway.outlet.Dispatch;
import dev.slipway.views.MemoryReadTables;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A whole server in memory, on a free port, with two organisations and a token for each role. */
final class House implements AutoCloseable {

  static final Organisation OURS = Organisation.MAIN;
  static final Organisation THEIRS = new Organisation("theirs");
  static final String DOCUMENT =
      """
      application: shop
      services:
        web:
          run: ./bin/web --port ${port}
      route: [staging, production]
      triggers:
        - {on: push, branch: main}
      """;

  private final InstantSource clock = InstantSource.system();
  private final SecureRandom chance = new SecureRandom();
  private final SigningKey key = SigningKey.generate(chance);
  private final OneThread turn = new OneThread(Executors.newSingleThreadScheduledExecutor());
  private final ExecutorService answering = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, ExecutorService> lanes = new ConcurrentHashMap<>();
  final MemoryLedger ledger = MemoryLedger.immediate(clock);

  /** How long ago it is for whatever is written into a log now. */
  volatile Duration logsLate = Duration.ZERO;

  final MemoryLogs logs = new MemoryLogs(() -> clock.instant().minus(logsLate));
  final Directory directory = new MemoryDirectory();
  final OneRepository repository = new OneRepository(new MemoryBlobs(), DOCUMENT);
  private final MemoryPresence presence = new MemoryPresence();
  private final List<Route> routes;
  final FollowedLogs followed;
  final HttpServer server;

  House() {
    MemoryReadTables tables = new MemoryReadTables();
    ledger.follow(Position.START, tables::take);
    Stores stores =
        new Stores(
            ledger,
            repository.blobs(),
            logs,
            new MemoryInboxBodies(),
            new MemoryTimers(),
            presence,
            new MemoryHeldOrders(),
            new MemoryPeers(),
            directory,
            new MemorySnapshots(),
            new MemoryOutbox());
    found(OURS);
    found(THEIRS);
    Loop loop = new Loop(stores, new Outside(repository), ports());
    loop.start();
    turn.await();
    followed = new FollowedLogs(loop.logs());
    Doors doors = doors(loop, tables);
    routes = Routes.of(doors, settings(loop), new Strangers(clock));
    server = HttpServer.start(doors, settings(loop));
  }

  List<Route> routes() {
    return routes;
  }

  private Doors doors(Loop loop, MemoryReadTables tables) {
    DirectoryAdministration administration =
        new DirectoryAdministration(
            directory,
            loop.commands(),
            loop.memory(),
            clock,
            this::identity,
            this::secret,
            this::secret);
    return new Doors(
        loop.commands(),
        new SignedIntake(
            directory,
            loop.events(),
            clock,
            List.of(new LabelReceiver("github"), new LabelReceiver("events"))),
        loop.agents(),
        loop.material(),
        loop.sealed(),
        followed,
        loop.changes(),
        loop.permissions(),
        new DirectoryCredentials(directory, loop.agents(), loop.memory(), clock, this::secret),
        administration,
        PlainTokens.desk(loop, directory, answering, clock, this::identity, this::secret),
        new DirectoryPersons(directory, administration, this::identity),
        new DirectoryFeedbackDesk(directory, loop.memory(), clock),
        new CompiledPapers(),
        new LedgerRecords(ledger),
        new FreshExplanations(loop.memory(), clock),
        new CompiledOrigins(loop.memory()),
        agent ->
            Optional.ofNullable(presence.lastHeard().get(agent))
                .map(seen -> new Attendance.Seen(seen.at(), seen.version())),
        loop.sources(),
        loop.previews(),
        loop.commits(),
        loop.suppositions(),
        loop.notifications(),
        tables,
        answering);
  }

  private Settings settings(Loop loop) {
    return new Settings(
        "127.0.0.1",
        0,
        "test",
        key.publicKey().base64(),
        () -> List.of("certificate"),
        agent -> "certificate of " + agent.agent(),
        clock,
        this::secret,
        () -> !loop.isHalted());
  }

  private Ports ports() {
    return new Ports(
        Founding.FORMAT,
        turn,
        (lane, task) -> {
          Future<?> _ =
              lanes.computeIfAbsent(lane, any -> Executors.newSingleThreadExecutor()).submit(task);
        },
        clock,
        chance,
        this::identity,
        order -> OrderCodec.sign(order, key),
        new Quiet(),
        (_, _) -> new Dispatch.Sent.Delivered(),
        Duration.ofHours(1),
        SnapshotRule.NEVER);
  }

  private String secret() {
    byte[] drawn = new byte[16];
    chance.nextBytes(drawn);
    return HexFormat.of().formatHex(drawn);
  }

  private ActorId identity() {
    return new ActorId("a-" + secret());
  }

  private void found(Organisation organisation) {
    Founding.Key public1 = new Founding.Key(key.keyId(), key.publicKey());
    append(Founding.of(organisation, actor(organisation, Role.ADMIN), public1, public1));
    for (Role role : Role.values()) {
      if (role != Role.ADMIN) {
        issue(organisation, actor(organisation, role), role, new Scope.Everything());
      }
      grant(organisation, actor(organisation, role), token(organisation, role));
    }
  }

  void issue(Organisation organisation, ActorId actor, Role role, Scope scope) {
    write(organisation, new TokenIssued(actor, role, scope));
  }

  void grant(Organisation organisation, ActorId actor, String secret) {
    directory.name(organisation, actor, actor.value() + " by name");
    directory.grantToken(organisation, actor, digest(secret), clock.instant());
  }

  /** Writes an entry without asking anybody. */
  void write(Organisation organisation, Entry entry) {
    append(
        List.of(new Draft(StreamKey.of(organisation), ActorId.SLIPWAY, Optional.empty(), entry)));
  }

  private void append(List<Draft> drafts) {
    CompletableFuture<?> written =
        ledger.append(new Batch(drafts, Guards.NONE, Optional.empty())).toCompletableFuture();
    written.join();
    turn.await();
  }

  /** Keeps a one-time login secret. */
  void offerLogin(Organisation organisation, Role role, String secret) {
    directory.offerLogin(
        digest(secret), organisation, actor(organisation, role), clock.instant().plusSeconds(60));
  }

  private static dev.slipway.model.Digest digest(String secret) {
    return Digests.sha256(secret.getBytes(StandardCharsets.UTF_8));
  }

  static ActorId actor(Organisation organisation, Role role) {
    return new ActorId(organisation + "-" + role.name().toLowerCase(Locale.ROOT));
  }

  static String token(Organisation organisation, Role role) {
    return "secret-of-" + actor(organisation, role);
  }

  Client as(Role role) {
    return as(OURS, role);
  }

  Client as(Organisation organisation, Role role) {
    return new Client(
        server.port(), Map.of("Authorization", "Bearer " + token(organisation, role)));
  }

  Client asNobody() {
    return new Client(server.port(), Map.of());
  }

  Instant now() {
    return clock.instant();
  }

  @Override
  public void close() {
    server.close();
    turn.end();
    answering.shutdownNow();
    lanes.values().forEach(ExecutorService::shutdownNow);
  }
}
