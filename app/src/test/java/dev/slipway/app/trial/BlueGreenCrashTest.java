package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.app.server.DataFolder;
import dev.slipway.app.server.LedgerCheck;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGKILL right before and right after each durable write of one blue/green replacement of a
 * running service behind the forwarder: to the server, to its agent, which is a process of its own,
 * and to both at once. Whatever was killed, it ends as one that nobody disturbed.
 */
class BlueGreenCrashTest {

  /** Far more writes than a delivery has; reaching it means that the count never ends. */
  private static final int WRITES_MAX = 50;

  private static final long SECONDS_MAX = 30;
  private static final String REPORT = "ReportReceived";

  private enum Victim {
    SERVER,
    AGENT
  }

  @TempDir private Path folder;
  private Path data;
  private Path edge;
  private ServerProcess server;
  private RemoteAgent agent;
  private Repo repo;
  private Api.Hook hook;
  private URI address;

  @BeforeEach
  void start() {
    data = folder.resolve("data");
    edge = folder.resolve("edge");
    server = ServerProcess.start(data);
    server.api().apply("environment: staging", "{target: edge, environment: staging}");
    RemoteAgent.joined(server.api(), server.address(), "staging", "edge", edge);
    agent = RemoteAgent.crashing(edge);
    repo = Repo.in(folder.resolve("repo"));
    repo.with(
        "slipway.yaml",
        """
        application: shop
        services:
          web:
            run: %s
            health: {path: /, within: 60s}
            strategy: {name: blue-green, drain: 1s}
        route: [staging]
        triggers:
          - {on: push, branch: main}
        """
            .formatted(Shelf.words()));
    repo.push("Begin");
    server.api().addApplication(repo.url());
    hook = server.api().openHook("github");
    String first = repo.push("First");
    told(first);
    server.api().awaitInForce("shop", "staging", first);
    address = URI.create(instances().getFirst().at("/details/url").asText());
  }

  @AfterEach
  void stop() {
    agent.close();
    server.close();
    Leftovers.end(folder);
  }

  @Test
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void a_replacement_that_server_agent_or_both_are_killed_in_ends_as_if_nothing_had_happened() {
    try (Knocks knocks = new Knocks(address)) {
      Delivered undisturbed = delivered(new Doom("0", 0, "before", List.of()), Set.of());
      assertThat(undisturbed.died()).isFalse();
      assertThat(delivered(new Doom("1", 0, "before", List.of()), Set.of()))
          .as("the same again")
          .isEqualTo(undisturbed);
      String counts =
          "kills in one blue/green replacement: "
              + killed(EnumSet.of(Victim.SERVER), undisturbed, undisturbed.serverWrites())
              + ", "
              + killed(EnumSet.of(Victim.AGENT), undisturbed, undisturbed.agentWrites())
              + ", "
              + killed(EnumSet.allOf(Victim.class), undisturbed, undisturbed.serverWrites());
      System.out.println(
          "%s; orphans: 0; an undisturbed one decides %s; %s"
              .formatted(counts, undisturbed.decisions(), knocks.told()));
      assertThat(knocks.unanswered()).as("knocks without an answer").isZero();
    }
    server.close();
    assertThat(LedgerCheck.of(new DataFolder(data)).sentence()).startsWith("The ledger is sound");
  }

  /**
   * Kills before and after each write in turn, until a delivery has no further one. At those that
   * every delivery has somebody must die. How many there are besides depends on the clock (a head
   * is signed once a second), so one may be over before it was killed there.
   */
  private String killed(Set<Victim> victims, Delivered undisturbed, long certain) {
    long began = System.nanoTime();
    int kills = 0;
    for (int n = 1; n < WRITES_MAX; n++) {
      boolean killed = false;
      for (String when : List.of("before", "after")) {
        String round = victims + "-" + n + when;
        List<Long> others = victims.size() > 1 ? List.of(agent.pid()) : List.of();
        Delivered delivered = delivered(new Doom(round.replace(" ", ""), n, when, others), victims);
        assertThat(delivered.died() || n > certain)
            .as("%s killed %s write %d of at least %d", victims, when, n, certain)
            .isTrue();
        killed |= delivered.died();
        kills += delivered.died() ? 1 : 0;
        assertThat(delivered.decisions())
            .as("decisions, %s killed %s write %d", victims, when, n)
            .isEqualTo(undisturbed.decisions());
        assertThat(delivered.reports())
            .as("reports, %s killed %s write %d", victims, when, n)
            .isBetween(undisturbed.reports(), undisturbed.reports() + 1);
        assertThat(delivered.routes())
            .as("routes, %s killed %s write %d", victims, when, n)
            .isEqualTo(undisturbed.routes());
      }
      if (!killed) {
        return "%d of %s at %d writes (%d s)"
            .formatted(
                kills, victims, n - 1, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
      }
    }
    throw new AssertionError("One delivery never ended within " + WRITES_MAX + " writes");
  }

  /**
   * What is left of one delivery.
   *
   * @param died whether somebody was killed on the way
   * @param decisions the types of the entries that it made for its placement, in their order
   * @param reports how many of its agent there are; one that came back may look once more
   * @param routes what the forwarder was told in the end, but for ports
   */
  private record Delivered(
      boolean died, List<String> decisions, long reports, List<String> routes) {

    static Delivered of(boolean died, List<String> types, List<String> routes) {
      List<String> decisions = types.stream().filter(type -> !type.equals(REPORT)).toList();
      return new Delivered(died, decisions, types.size() - decisions.size(), routes);
    }

    /** Each order and the end follow from what the agent told of the one before: an append each. */
    long serverWrites() {
      return orders() + 1;
    }

    /** That an order is taken, and how it ended. */
    long agentWrites() {
      return 2 * orders();
    }

    private long orders() {
      return decisions.stream().filter(type -> type.equals("OrderIssued")).count();
    }
  }

  private Delivered delivered(Doom doom, Set<Victim> victims) {
    long before = newest();
    Path doomed = victims.contains(Victim.SERVER) ? data : edge;
    doom.tell(doomed);
    String sha = repo.push(doom.round());
    told(sha);
    Pause.until("the delivery or a death", () -> isDead(victims) || isDone(sha));
    boolean died = Doom.lift(doomed);
    if (died) {
      Pause.until("the end of who was killed", () -> isDead(victims));
      revive(victims);
    }
    server.api().awaitInForce("shop", "staging", sha);
    Pause.until("the agent's last write", this::isAcknowledged);
    Shelf.Said said = Shelf.await(address, SECONDS_MAX, it -> it.sha().equals(sha));
    assertThat(instances()).hasSize(1);
    assertThat(instances().getFirst().at("/details/pid").asLong()).isEqualTo(said.pid());
    assertThat(instances().getFirst().at("/details/url").asText()).isEqualTo(address.toString());
    assertThat(Leftovers.under(edge.resolve("forwarder"))).as("forwarders").hasSize(1);
    assertThat(Leftovers.under(edge)).as("the forwarder and the service").hasSize(2);
    return Delivered.of(died, typesSince(before), Knocks.routes(edge.resolve("forwarder")));
  }

  private void told(String sha) {
    Api.Answer _ =
        server
            .api()
            .push(
                hook,
                repo.url(),
                "refs/heads/main",
                "0".repeat(40),
                sha,
                UUID.randomUUID().toString());
  }

  private boolean isDead(Set<Victim> victims) {
    return !victims.isEmpty()
        && (!victims.contains(Victim.SERVER) || !server.isAlive())
        && (!victims.contains(Victim.AGENT) || !agent.isAlive());
  }

  private void revive(Set<Victim> victims) {
    if (victims.contains(Victim.AGENT)) {
      agent = RemoteAgent.crashing(edge);
    }
    if (victims.contains(Victim.SERVER)) {
      server = ServerProcess.at(data, server.listened());
    }
  }

  private boolean isDone(String sha) {
    return server
            .api()
            .find("/api/v1/applications/shop/environments/staging")
            .filter(it -> it.at("/inForce/sha").asText().equals(sha))
            .isPresent()
        && isAcknowledged();
  }

  /** The agent has written down that the server knows how its last order ended. */
  private boolean isAcknowledged() {
    String journal = RemoteAgent.journal(edge);
    return journal.lastIndexOf("\"acknowledged\"") > journal.lastIndexOf("\"accepted\"");
  }

  private List<JsonNode> instances() {
    int number = server.api().placement("shop", "staging").at("/inForce/number").asInt();
    String path = "/api/v1/applications/shop/environments/staging/deliveries/" + number;
    return server.api().get(path).at("/members/0/instances").valueStream().toList();
  }

  private List<JsonNode> activity(int limit) {
    String path = "/api/v1/activity?application=shop&environment=staging&limit=" + limit;
    return server.api().get(path).path("items").valueStream().toList();
  }

  private long newest() {
    return activity(1).getFirst().path("position").asLong();
  }

  private List<String> typesSince(long position) {
    return activity(100).stream()
        .filter(entry -> entry.path("position").asLong() > position)
        .map(entry -> entry.path("type").asText())
        .toList()
        .reversed();
  }
}
