package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Position;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.TokenRevoked;
import dev.slipway.wire.agent.LogChunk;
import dev.slipway.wire.agent.LogParcel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class LogsTest {

  private static final String LOGS =
      "/api/v1/applications/shop/environments/staging/deliveries/1/logs";

  /** Megabytes; more than what lies in the buffers between server and reader. */
  private static final int LONG = 16;

  private static House house;
  private static Signed agent;
  private static Signed stranger;

  @BeforeAll
  static void open() {
    house = new House();
    var _ = Place.filled(house);
    agent = Signed.at(house, "staging", "local");
    stranger = Signed.at(house, "production", "local");
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void bytes_come_back_as_they_were_brought_whatever_they_are() throws IOException {
    byte[] written = new byte[3_000_000];
    new Random(1).nextBytes(written);
    for (int at = 0; at < written.length; at += 1_000_000) {
      bring(agent, "bytes", at, ByteBuffer.wrap(written, at, 1_000_000).slice(), false);
    }
    bring(agent, "bytes", 1_000_000, ByteBuffer.wrap(written, 1_000_000, 1_000_000).slice(), false);
    assertThat(viewer().get(path("bytes")).raw().body()).isEqualTo(written);
    Client.Answered part = viewer().get(path("bytes") + "?offset=1999990&limit=20");
    assertThat(part.raw().body()).isEqualTo(Arrays.copyOfRange(written, 1_999_990, 2_000_010));
    assertThat(part.header("Slipway-Log-Next")).isEqualTo("2000010");
    assertThat(part.header("Slipway-Log-Size")).isEqualTo("3000000");
    assertThat(part.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(part.header("Content-Disposition")).startsWith("attachment");
  }

  @Test
  void logs_are_listed_with_where_they_come_from_and_their_attempts() throws IOException {
    bring(agent, "web-2", 0, text("two"), true);
    bring(agent, "web-1", 0, text("one"), true);
    JsonNode page = viewer().get(LOGS + "?limit=100").json();
    List<JsonNode> listed =
        page.findValues("items")
            .getFirst()
            .valueStream()
            .filter(log -> log.path("instance").asText().startsWith("web-"))
            .toList();
    assertThat(listed)
        .extracting(log -> log.path("instance").asText())
        .containsExactly("web-1", "web-2");
    assertThat(listed.getFirst().path("target").asText()).isEqualTo("local");
    assertThat(listed.getFirst().path("service").asText()).isEqualTo("web");
    assertThat(listed.getFirst().path("finished").asBoolean()).isTrue();
    assertThat(listed.getLast().path("attempt").asInt())
        .isGreaterThan(listed.getFirst().path("attempt").asInt());
    JsonNode first = viewer().get(LOGS + "?limit=1").json();
    JsonNode second = viewer().get(LOGS + "?limit=1&cursor=" + first.path("next").asText()).json();
    assertThat(second.at("/items/0/id").asText())
        .isNotEmpty()
        .isNotEqualTo(first.at("/items/0/id").asText());
  }

  @Test
  void the_last_lines_are_counted_from_the_end() throws IOException {
    bring(agent, "lines", 0, text("1\n22\n333\nand a bit"), false);
    assertThat(body("lines", "?tail=1")).isEqualTo("and a bit");
    assertThat(body("lines", "?tail=2")).isEqualTo("333\nand a bit");
    assertThat(body("lines", "?tail=9")).isEqualTo("1\n22\n333\nand a bit");
    assertThat(body("lines", "?tail=0")).isEmpty();
    bring(agent, "lines", 18, text("\n"), false);
    assertThat(body("lines", "?tail=1")).isEqualTo("and a bit\n");
    assertThat(viewer().get(path("lines") + "?tail=1&offset=1").code()).isEqualTo("invalid-offset");
    assertThat(viewer().get(path("lines") + "?tail=10001").code()).isEqualTo("invalid-offset");
    assertThat(viewer().get(path("lines") + "?wait=21").code()).isEqualTo("invalid-limit");
  }

  @Test
  void who_follows_is_held_until_more_comes() throws Exception {
    bring(agent, "slow", 0, text("a"), false);
    long before = System.nanoTime();
    CompletableFuture<Client.Answered> held =
        CompletableFuture.supplyAsync(() -> viewer().get(path("slow") + "?offset=1&wait=20"));
    Client.Answered none = viewer().get(path("slow") + "?offset=1&wait=1");
    assertThat(none.raw().body()).isEmpty();
    assertThat(held.isDone()).isFalse();
    bring(agent, "slow", 1, text("b"), true);
    assertThat(new String(held.get().raw().body(), StandardCharsets.UTF_8)).isEqualTo("b");
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    assertThat(viewer().get(path("slow") + "?offset=2&wait=20").header("Slipway-Log-Finished"))
        .isEqualTo("true");
  }

  @Test
  void a_revoked_token_ends_what_is_held_within_five_seconds() throws Exception {
    bring(agent, "secret", 0, text("a"), false);
    JsonNode token =
        house
            .as(Role.ADMIN)
            .post("/api/v1/tokens", "{\"name\":\"guest\",\"role\":\"viewer\"}")
            .json();
    Client guest =
        house.asNobody().with("Authorization", "Bearer " + token.path("secret").asText());
    CompletableFuture<Client.Answered> held = new CompletableFuture<>();
    house.followed.awaitFollowing(
        () -> held.completeAsync(() -> guest.get(path("secret") + "?offset=1&wait=20")));
    assertThat(guest.get(path("secret")).status()).isEqualTo(200);
    house.as(Role.ADMIN).delete("/api/v1/tokens/" + token.at("/token/id").asText());
    assertThat(held.get(5, TimeUnit.SECONDS).status()).isEqualTo(401);
  }

  @Test
  void a_narrowed_right_ends_what_is_held_and_a_download_within_five_seconds() throws Exception {
    byte[] block = new byte[1_000_000];
    for (int i = 0; i < LONG; i++) {
      bring(agent, "long", i * 1_000_000L, ByteBuffer.wrap(block), i == LONG - 1);
    }
    bring(agent, "held", 0, text("a"), false);
    ActorId actor = new ActorId("reader");
    house.issue(House.OURS, actor, Role.VIEWER, new Scope.Everything());
    house.grant(House.OURS, actor, "secret-of-reader");
    Client reader = house.asNobody().with("Authorization", "Bearer secret-of-reader");
    CompletableFuture<Client.Answered> held = new CompletableFuture<>();
    house.followed.awaitFollowing(
        () -> held.completeAsync(() -> reader.get(path("held") + "?offset=1&wait=20")));
    try (SlowReader slow = SlowReader.of(house, path("long"), "secret-of-reader")) {
      assertThat(slow.read()).isPositive();
      house.issue(
          House.OURS, actor, Role.VIEWER, new Scope.OfApplication(new ApplicationName("other")));
      long narrowed = System.nanoTime();
      assertThat(slow.rest()).isLessThan(LONG * 1_000_000L);
      assertThat(Duration.ofNanos(System.nanoTime() - narrowed)).isLessThan(Duration.ofSeconds(5));
    }
    Client.Answered ended = held.get(5, TimeUnit.SECONDS);
    assertThat(ended.status()).isEqualTo(403);
    assertThat(ended.code()).isEqualTo("access-ended");
    assertThat(reader.get(path("held")).status()).isEqualTo(404);
  }

  @Test
  void a_revoked_token_cuts_a_download_off_in_the_middle() throws Exception {
    byte[] block = new byte[1_000_000];
    for (int i = 0; i < LONG; i++) {
      bring(agent, "cut", i * 1_000_000L, ByteBuffer.wrap(block), i == LONG - 1);
    }
    ActorId actor = new ActorId("guest");
    house.issue(House.OURS, actor, Role.VIEWER, new Scope.Everything());
    house.grant(House.OURS, actor, "secret-of-guest");
    try (SlowReader slow = SlowReader.of(house, path("cut"), "secret-of-guest")) {
      assertThat(slow.read()).isPositive();
      house.write(House.OURS, new TokenRevoked(actor));
      long revoked = System.nanoTime();
      assertThat(slow.rest()).isLessThan(LONG * 1_000_000L);
      assertThat(slow.isBrokenOff()).isTrue();
      assertThat(Duration.ofNanos(System.nanoTime() - revoked)).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void a_log_that_was_removed_says_when_and_how_long_logs_are_kept() throws IOException {
    house.logsLate = Duration.ofDays(31);
    bring(agent, "ended", 0, text("a"), true);
    bring(agent, "quiet", 0, text("a"), false);
    house.logsLate = Duration.ZERO;
    assertThat(viewer().get(path("ended")).status()).isEqualTo(200);
    assertThat(house.logs.removeOld(10)).isEqualTo(2);

    Client.Answered gone = viewer().get(path("ended"));
    assertThat(gone.status()).isEqualTo(410);
    assertThat(gone.code()).isEqualTo("log-removed");
    assertThat(gone.json().path("detail").asText())
        .contains("It was removed on 20", "kept for 30 days, and 8 GiB of all together.");
    assertThat(viewer().get(path("quiet")).status()).isEqualTo(410);
    JsonNode listed = viewer().get(LOGS + "?limit=100").json();
    assertThat(listed.findValues("removedAt")).hasSize(2);

    bring(agent, "quiet", 1, text("b"), false);
    Client.Answered more = viewer().get(path("quiet") + "?offset=1&wait=1");
    assertThat(new String(more.raw().body(), StandardCharsets.UTF_8)).isEqualTo("b");
    assertThat(more.header("Slipway-Log-Dropped")).isEqualTo("1");
  }

  @Test
  void an_agent_brings_only_what_its_own_target_was_ordered() throws IOException {
    Client.Answered refused = bring(stranger, "stolen", 0, text("x"), false);
    assertThat(refused.json().at("/standings/0/refused/code").asText())
        .isEqualTo("log-without-order");
    assertThat(viewer().get(LOGS + "?limit=100").json().toString()).doesNotContain("stolen");
    assertThat(viewer().get(LOGS + "/..%2f..%2fkeys").status()).isIn(400, 404);
    assertThat(viewer().get(LOGS + "/nothing").status()).isEqualTo(404);
  }

  @Test
  void what_is_no_parcel_is_refused_whole() throws IOException {
    assertThat(agent.octets("/agent/v1/logs", "no parcel".getBytes(StandardCharsets.UTF_8)).code())
        .isEqualTo("invalid-parcel");
    LogParcel lying =
        new LogParcel(
            List.of(new LogChunk("shop", fence(), "web", "w", 0, 9, false, false)), text("short"));
    assertThat(agent.octets("/agent/v1/logs", lying.bytes()).code()).isEqualTo("invalid-parcel");
    LogParcel upwards =
        new LogParcel(
            List.of(new LogChunk("shop", fence(), "web", "../w", 0, 1, false, false)), text("x"));
    assertThat(agent.octets("/agent/v1/logs", upwards.bytes()).code()).isEqualTo("invalid-value");
  }

  private static Client viewer() {
    return house.as(Role.VIEWER);
  }

  private static String body(String instance, String query) {
    return new String(viewer().get(path(instance) + query).raw().body(), StandardCharsets.UTF_8);
  }

  private static String path(String instance) {
    return LOGS + "/local.web." + instance + "." + fence();
  }

  private static ByteBuffer text(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Client.Answered bring(
      Signed by, String instance, long offset, ByteBuffer content, boolean finished)
      throws IOException {
    LogChunk chunk =
        new LogChunk(
            "shop", fence(), "web", instance, offset, content.remaining(), false, finished);
    return by.octets("/agent/v1/logs", new LogParcel(List.of(chunk), content).bytes());
  }

  /** Of the order that staging has. */
  private static String fence() {
    return house.ledger.read(Position.START, 10_000).stream()
        .filter(recorded -> recorded.entry() instanceof OrderIssued)
        .map(Recorded::position)
        .map(position -> "1." + position)
        .findFirst()
        .orElseThrow();
  }
}
