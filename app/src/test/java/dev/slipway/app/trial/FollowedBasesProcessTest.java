package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.registry.Gate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bases that move while a server, as it is started from the command line, is killed or refused. */
class FollowedBasesProcessTest {

  private static final String OWN = "PUT /v2/team/shop/manifests/stable-slipway-";

  @TempDir private Path folder;
  private Path data;
  private ShopOnABase shop;
  private Gate gate;
  private Optional<Process> process = Optional.empty();

  @BeforeEach
  void open() throws IOException {
    data = folder.resolve("data");
    shop = ShopOnABase.in(folder);
    gate = shop.gate();
    up();
    Repo repo = shop.repository(folder.resolve("ran"));
    api().addApplication(repo.url());
    awaitDelivered(1);
  }

  @AfterEach
  void close() {
    kill();
    Leftovers.end(folder);
    shop.close();
  }

  private void up() {
    try {
      Files.deleteIfExists(data.resolve("address"));
      List<String> words =
          List.of(
              "up",
              "--data",
              data.toString(),
              "--listen",
              "127.0.0.1:0",
              "--poll",
              "1",
              "--plain",
              gate.host(),
              "--reach",
              "127.0.0.1");
      process = Optional.of(Java.process(log(), Java.words("dev.slipway.app.Main", words)).start());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Pause.until(
        "an answer of the server; see " + log(),
        () -> Files.exists(data.resolve("address")) && api().find("/api/v1/version").isPresent());
  }

  private void kill() {
    process.ifPresent(it -> it.destroyForcibly().onExit().join());
  }

  private Path log() {
    return folder.resolve("server.log");
  }

  private Api api() {
    return new Api(URI.create(read("address")), read("token"));
  }

  private String read(String name) {
    try {
      return Files.readString(data.resolve(name)).strip();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void awaitDelivered(int number) {
    ShopOnABase.awaitDelivered(api(), number);
  }

  private List<String> types() {
    return api()
        .get("/api/v1/activity?limit=100")
        .path("items")
        .valueStream()
        .map((JsonNode it) -> it.path("type").asText())
        .toList();
  }

  private long moves() {
    return types().stream().filter("ImageMoved"::equals).count();
  }

  @Test
  void a_server_that_is_killed_between_the_rebase_and_its_entry_delivers_it_once()
      throws IOException {
    // The image is there once the look goes on; what it is has to be asked again to be written.
    gate.justBefore(OWN, () -> gate.justBefore("HEAD /v2/team/shop/manifests/stable", this::kill));
    shop.moveBase();
    process.orElseThrow().onExit().join();
    assertThat(gate.asked()).filteredOn(it -> it.startsWith(OWN)).hasSize(1);
    up();
    awaitDelivered(2);
    assertThat(moves()).isEqualTo(2);
    assertThat(gate.asked()).filteredOn(it -> it.startsWith(OWN)).hasSize(1);
  }

  @Test
  void a_login_that_may_not_write_changes_nothing_and_the_log_says_so_once() throws IOException {
    gate.forbid("POST");
    shop.moveBase();
    Pause.until("a word about it in the log", () -> !told().isEmpty());
    shop.awaitLooks();
    assertThat(told()).hasSize(1);
    assertThat(told().getFirst()).contains("does not let this login do it");
    assertThat(moves()).isEqualTo(1);
    awaitDelivered(1);
  }

  private List<String> told() {
    try (var lines = Files.lines(log())) {
      return lines.filter(line -> line.contains("cannot be followed")).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
