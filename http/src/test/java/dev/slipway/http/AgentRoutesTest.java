package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.codec.ReportCodec;
import dev.slipway.http.gate.Credential;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Fence;
import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.model.Role;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import dev.slipway.model.entry.ActorRefused;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ReportReceived;
import dev.slipway.model.observation.Report;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * An agent's key is one target's. The agent of {@code staging/local}, which has an order, against
 * the one of {@code production/local}, which has none, and one that another took the place of.
 */
final class AgentRoutesTest {

  private static final String TARGET = "/api/v1/environments/staging/targets/local";

  private static House house;
  private static Map<String, Signed> agents;
  private static long sequence;

  /** What each gets at a route: what is staging's own to fetch or to say, or somebody else's. */
  private static final String TABLE =
      """
      ask                          staging production replaced
      sync nothing                 200     200        401
      sync report on staging       200     403        401
      sync report on production    403     200        401
      sync report on elsewhere     403     403        401
      blob of staging's order      200     404        401
      blob that nobody ordered     404     404        401
      keys                         200     200        401
      """;

  private static final Map<String, Function<Signed, Client.Answered>> ASKS =
      Map.of(
          "sync nothing", agent -> agent.sync(saying(List.of())),
          "sync report on staging", agent -> agent.sync(saying(List.of(seen("staging", "local")))),
          "sync report on production",
              agent -> agent.sync(saying(List.of(seen("production", "local")))),
          "sync report on elsewhere",
              agent ->
                  agent.sync(
                      saying(
                          List.of(
                              seen("staging", "local"),
                              seen("staging", "other"),
                              seen("production", "local")))),
          "blob of staging's order",
              agent -> agent.get("/agent/v1/blobs/" + house.repository.archive()),
          "keys", agent -> agent.secrets("{}"),
          "blob that nobody ordered",
              agent -> agent.get("/agent/v1/blobs/sha256:" + "0".repeat(64)));

  @BeforeAll
  static void open() {
    house = new House();
    var _ = Place.filled(house);
    assertThat(
            house
                .as(Role.OWNER)
                .postYaml("/api/v1/documents", "{target: busy, environment: staging}")
                .status())
        .isEqualTo(200);
    Signed replaced = Signed.at(house, "staging", "local");
    agents =
        Map.of(
            "replaced",
            replaced,
            "staging",
            Signed.at(house, "staging", "local"),
            "production",
            Signed.at(house, "production", "local"));
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void no_route_of_agents_is_missing_from_the_table() {
    assertThat(
            house.routes().stream()
                .filter(route -> route.credential() == Credential.AGENT)
                .map(route -> route.method() + " " + route.path()))
        .containsExactlyInAnyOrder(
            "POST /agent/v1/sync",
            "POST /agent/v1/logs",
            "POST /agent/v1/secrets",
            "GET /agent/v1/blobs/{digest}");
  }

  @TestFactory
  Stream<DynamicTest> every_agent_gets_at_every_route_what_is_its_own() {
    List<String> columns = List.of("staging", "production", "replaced");
    return TABLE
        .lines()
        .skip(1)
        .flatMap(line -> {
          String ask = line.substring(0, 29).strip();
          String[] wanted = line.substring(29).strip().split(" +", -1);
          return columns.stream()
              .map(agent ->
                  DynamicTest.dynamicTest(
                      ask + " as " + agent,
                      () -> {
                        Client.Answered answered = ask(ask, agent);
                        assertThat(answered.status())
                            .as(answered.json().toString())
                            .isEqualTo(Integer.parseInt(wanted[columns.indexOf(agent)]));
                      }));
        });
  }

  @Test
  void nothing_of_a_report_on_anothers_target_is_taken_and_the_refusal_is_recorded() {
    Signed staging = agent("staging");
    long before = reports();
    Client.Answered refused =
        staging.sync(saying(List.of(seen("staging", "local"), seen("production", "local"))));
    assertThat(refused.code()).isEqualTo("not-your-target");
    assertThat(reports()).isEqualTo(before);
    assertThat(entries().map(Recorded::entry))
        .anyMatch(entry ->
            entry instanceof ActorRefused it
                && it.refused().value().equals(staging.agent())
                && it.because().code().equals("not-your-target"));
  }

  @Test
  void a_target_that_drifted_is_shown_so_with_the_reason_and_the_agents_version() {
    Client.Answered told = agent("staging").sync(saying(List.of(seen("staging", "local"))));
    assertThat(told.status()).isEqualTo(200);
    var target = house.as(Role.VIEWER).get(TARGET).json();
    assertThat(target.at("/agent/version").asText()).isEqualTo("9.9");
    assertThat(target.at("/agent/state").asText()).isEqualTo("connected");
    assertThat(target.at("/runs/0/application").asText()).isEqualTo("shop");
    assertThat(target.at("/runs/0/state").asText()).isEqualTo("drifted");
    assertThat(target.at("/runs/0/delivery").asInt()).isEqualTo(1);
    assertThat(target.at("/runs/0/because/code").asText()).isEqualTo("process-gone");
    assertThat(target.at("/runs/0/ordered").asInt()).isEqualTo(1);
    assertThat(codes(target)).containsExactly("drifted", "agent-version");
    assertThat(target.at("/deviations/0/since").asText()).isNotBlank();
  }

  @Test
  void what_nobody_ordered_is_listed_as_a_deviation_for_as_long_as_its_agent_tells_of_it() {
    Signed agent = agent("staging");
    String old =
        "{'environment':'staging','target':'former','application':'shop','service':'web','instances':2}"
            .replace('\'', '"');
    agent.sync(saying(List.of()).replaceFirst("\\{", "{\"strays\":[" + old + "],"));
    JsonNode target = house.as(Role.VIEWER).get(TARGET).json();
    assertThat(codes(target)).contains("nobody-ordered");
    assertThat(target.at("/deviations").toString()).contains("2 of web of shop", "staging/former");
    agent.sync(saying(List.of()));
    assertThat(codes(house.as(Role.VIEWER).get(TARGET).json())).doesNotContain("nobody-ordered");
  }

  private static List<String> codes(JsonNode target) {
    return target.path("deviations").valueStream().map(it -> it.path("code").asText()).toList();
  }

  @Test
  void an_agent_that_asks_without_end_is_told_to_wait_and_others_are_not() {
    Signed busy = Signed.at(house, "staging", "busy");
    String path = "/agent/v1/blobs/sha256:" + "0".repeat(64);
    Client.Answered last = busy.get(path);
    for (int i = 0; i < 1000 && last.status() != 429; i++) {
      last = busy.get(path);
    }
    assertThat(last.code()).isEqualTo("too-many-requests");
    assertThat(last.header("Retry-After")).isEqualTo("1");
    assertThat(agent("production").get(path).status()).isEqualTo(404);
  }

  private static Signed agent(String name) {
    return Optional.ofNullable(agents.get(name)).orElseThrow();
  }

  private static Client.Answered ask(String ask, String name) {
    return Optional.ofNullable(ASKS.get(ask)).orElseThrow().apply(agent(name));
  }

  private static String saying(List<Report> reports) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("version", "9.9").put("boot", "b").put("sequence", ++sequence).put("holdMillis", 0);
    body.putObject("holding");
    reports.forEach(report -> body.withArray("reports").add(ReportCodec.encode(report)));
    if (reports.isEmpty()) {
      body.putArray("reports");
    }
    return body.toString();
  }

  /** That a process is gone, by the order that staging has. */
  private static Report seen(String environment, String target) {
    Slot slot =
        new Slot(
            new TargetId(new EnvironmentName(environment), new TargetName(target)),
            new ApplicationName("shop"));
    Position ordered =
        entries()
            .filter(recorded -> recorded.entry() instanceof OrderIssued)
            .map(Recorded::position)
            .findFirst()
            .orElseThrow();
    return new Report.Observed(
        slot, new Fence(1, ordered), List.of(), true, new Reason("process-gone", "It is gone."));
  }

  private static Stream<Recorded> entries() {
    return house.ledger.read(Position.START, 10_000).stream();
  }

  private static long reports() {
    return entries().filter(recorded -> recorded.entry() instanceof ReportReceived).count();
  }
}
