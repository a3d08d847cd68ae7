package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.app.server.DataFolder;
import dev.slipway.app.server.LedgerCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGKILL right before and right after each durable write of one delivery through two environments,
 * one after the other; whatever was killed, the next server ends as if nothing had happened.
 */
class CrashTest {

  /** Far more writes than a delivery has; reaching it means that the count never ends. */
  private static final int WRITES_MAX = 200;

  @TempDir private Path folder;

  @Test
  void a_server_killed_at_any_durable_write_delivers_once_all_the_same() throws IOException {
    Path data = Files.createDirectories(folder).resolve("data");
    Path ran = folder.resolve("ran");
    Repo repo = Repo.ofCommand(folder, ran);
    List<String> shipped = new ArrayList<>();
    int kills = 0;
    ServerProcess server = ServerProcess.start(data);
    server.api().addApplication(repo.url());
    Api.Hook hook = server.api().openHook("github");
    try {
      for (int n = 1; n < WRITES_MAX; n++) {
        boolean killed = false;
        for (String when : List.of("before", "after")) {
          String sha = repo.push(when + " write " + n);
          shipped.add(sha);
          new Doom(sha, n, when, List.of()).tell(data);
          boolean died = deliver(server, hook, repo.url(), sha, data);
          killed |= died;
          kills += died ? 1 : 0;
          server.close();
          server = ServerProcess.start(data);
          server.api().awaitInForce("shop", "dev", sha);
          server.api().awaitInForce("shop", "staging", sha);
          assertThat(Files.readAllLines(ran))
              .as("after write %s %s", when, n)
              .containsExactlyElementsOf(twice(shipped));
          Pause.until("no workspace is left", () -> isWithoutWorkspaces(folder));
        }
        if (!killed) {
          System.out.println("durable writes of one delivery: " + (n - 1) + ", kills: " + kills);
          assertThat(n).isGreaterThan(3);
          String told = told(server.api());
          server.close();
          forgetTables(data);
          server = ServerProcess.start(data);
          assertThat(told(server.api())).as("folded afresh").isEqualTo(told);
          return;
        }
      }
      throw new AssertionError("One delivery never ended within " + WRITES_MAX + " durable writes");
    } finally {
      server.close();
      assertThat(LedgerCheck.of(new DataFolder(data)).sentence()).startsWith("The ledger is sound");
    }
  }

  /** Everything that is folded from the ledger, as the API says it. */
  private static String told(Api api) {
    return Stream.of(
            "placements",
            "shipments?limit=100",
            "queue",
            "events?limit=100",
            "applications/shop/environments/dev/deliveries?limit=100",
            "applications/shop/environments/staging/deliveries?limit=100")
        .map(list -> list + " " + api.get("/api/v1/" + list))
        .collect(Collectors.joining("\n"));
  }

  /** What is read from is folded from the ledger again when it is missing. */
  private static void forgetTables(Path data) throws IOException {
    for (String suffix : List.of("", "-wal", "-shm")) {
      Files.deleteIfExists(data.resolve("views.db" + suffix));
    }
    assertThat(data.resolve("views.db")).doesNotExist();
  }

  /** Tells of a push while writes are counted; whether the server was killed on the way. */
  private static boolean deliver(
      ServerProcess server, Api.Hook hook, String url, String sha, Path data) {
    Api api = server.api();
    api.push(hook, url, "refs/heads/main", "0".repeat(40), sha, UUID.randomUUID().toString());
    Pause.until("the delivery or a death", () -> !server.isAlive() || isIn(api, "staging", sha));
    return Doom.lift(data);
  }

  private static boolean isIn(Api api, String environment, String sha) {
    return api.find("/api/v1/applications/shop/environments/" + environment)
        .filter(placement -> placement.path("inForce").path("sha").asText().equals(sha))
        .isPresent();
  }

  private static List<String> twice(List<String> shipped) {
    return shipped.stream().flatMap(sha -> Stream.of("dev " + sha, "staging " + sha)).toList();
  }

  /** Nothing may be left of what commands were given to work in, soon after they have ended. */
  private static boolean isWithoutWorkspaces(Path folder) {
    try (Stream<Path> files = Files.walk(folder.resolve("data-agents"))) {
      return files.noneMatch(file -> file.getFileName().toString().equals("deploy"));
    } catch (IOException | UncheckedIOException vanishing) {
      return false;
    }
  }
}
