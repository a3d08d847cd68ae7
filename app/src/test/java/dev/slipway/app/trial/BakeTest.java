package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is new bakes beside what is old, with real processes behind a real forwarder. */
class BakeTest {

  private static final Duration TIME = Duration.ofSeconds(10);
  private static final String DELIVERIES =
      "/api/v1/applications/shop/environments/staging/deliveries/";

  @TempDir private Path folder;

  @AfterEach
  void everything_ends() {
    Leftovers.end(folder);
  }

  /** One that dies in the third second went back by itself; one that lives settles after all. */
  @Test
  void what_dies_while_it_bakes_goes_back_to_what_stood_by_and_what_lives_settles_in_time()
      throws IOException {
    ClockworkShop repo = ClockworkShop.in(folder);
    push(repo, "one");
    try (ServerProcess server = ServerProcess.at(folder.resolve("data"), "127.0.0.1:0")) {
      Api api = server.api();
      api.apply(
          """
          environment: staging
          guardrails: {bake: %ds}
          on_failure: rollback
          ---
          {target: local, environment: staging, local: true}
          """
              .formatted(TIME.toSeconds()));
      api.addApplication(repo.url());
      String one = push(repo, "one");
      api.awaitInForce("shop", "staging", one);
      assertBaked(api, 1);
      JsonNode old = instance(api, 1);
      URI address = URI.create(old.at("/details/url").asText());

      try (Faithful own = new Faithful(port(old), "one")) {
        push(repo, "brief");
        Pause.until("the brief one to have the traffic", () -> ask(address).equals("brief"));
        awaitBaking(api);
        api.await("shop", "staging", at -> at.at("/inForce/number").asInt() == 3);
        assertThat(ask(address)).isEqualTo("one");
        JsonNode failed = api.get(DELIVERIES + 2).path("delivery");
        assertThat(failed.path("state").asText()).isEqualTo("failed");
        assertThat(failed.at("/because/code").asText()).isEqualTo("unhealthy-while-baking");
        assertThat(instance(api, 3).at("/details/pid")).isEqualTo(old.at("/details/pid"));

        String two = push(repo, "two");
        Pause.until("the second to have the traffic", () -> ask(address).equals("two"));
        awaitBaking(api);
        assertThat(own.failures()).as("answers of the old one, which stands by").isEmpty();
        own.end();
        api.awaitInForce("shop", "staging", two);
        assertThat(own.answers()).isPositive();
      }
      assertBaked(api, 4);
      assertThat(ask(address)).isEqualTo("two");
      long pid = old.at("/details/pid").asLong();
      Pause.until("the old one to be gone", () -> ProcessHandle.of(pid).isEmpty());
    }
  }

  /** The API says until when, in the delivery's words, its guardrails and its answer to why. */
  private static void awaitBaking(Api api) {
    api.await(
        "shop", "staging", at -> at.at("/active/because/sentence").asText().startsWith("Baking"));
    JsonNode why = api.get("/api/v1/applications/shop/environments/staging/why");
    assertThat(why.at("/unmet/0/what").asText()).isEqualTo("bake");
    assertThat(Instant.parse(why.path("earliest").asText())).isAfter(Instant.EPOCH);
  }

  /** It ended no earlier than the time was over, which began when every target was there. */
  private static void assertBaked(Api api, int number) {
    JsonNode detail = api.get(DELIVERIES + number);
    JsonNode bake =
        detail
            .path("guardrails")
            .valueStream()
            .filter(one -> one.path("name").asText().equals("bake"))
            .findFirst()
            .orElseThrow();
    assertThat(bake.path("verdict").asText()).isEqualTo("pass");
    String[] words = bake.at("/because/sentence").asText().split(" ", -1);
    Instant from = Instant.parse(words[5]);
    Instant until = from.plus(TIME);
    assertThat(bake.at("/because/sentence").asText()).contains(until.toString());
    assertThat(Instant.parse(detail.at("/delivery/endedAt").asText())).isAfterOrEqualTo(until);
    assertThat(detail.at("/delivery/bakes").asInt()).isPositive();
  }

  private static JsonNode instance(Api api, int number) {
    return api.get(DELIVERIES + number).at("/members/0/instances/0");
  }

  private static int port(JsonNode instance) {
    return instance.at("/details/port").asInt();
  }

  private static String ask(URI address) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
    } catch (IOException between) {
      return "";
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  private static String push(ClockworkShop repo, String version) {
    return repo.push(
        version,
        """
        health: /healthz
        strategy: {name: blue-green, drain: 1s}
        """);
  }

  /** Asks one process by its own port again and again, and notes whatever is not its answer. */
  private static final class Faithful implements AutoCloseable {

    private final URI own;
    private final String version;
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Thread asking;

    Faithful(int port, String version) {
      own = URI.create("http://127.0.0.1:" + port + "/");
      this.version = version;
      asking = Thread.ofPlatform().start(this::run);
    }

    private void run() {
      while (!ended.get()) {
        String answer = ask(own);
        if (answer.equals(version)) {
          answers.incrementAndGet();
        } else {
          failures.add(answer);
        }
        Pause.of(50);
      }
    }

    List<String> failures() {
      return List.copyOf(failures);
    }

    int answers() {
      return answers.get();
    }

    /** Asks no more. */
    void end() {
      ended.set(true);
      try {
        asking.join();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new AssertionError(interrupted);
      }
    }

    @Override
    public void close() {
      end();
    }
  }
}
