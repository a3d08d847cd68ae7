package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.runtime.processes.Sessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cancelling a rollout whose command does everything to stay. */
class CancelTest {

  private static final Duration OFTEN = Duration.ofSeconds(1);
  private static final String DELIVERIES = "/api/v1/applications/shop/environments/dev/deliveries/";

  @TempDir private Path folder;

  @Test
  void a_command_that_ignores_signals_is_gone_with_its_children_and_the_next_push_goes_out()
      throws IOException {
    Repo repo = Repo.ofCommand(folder, folder.resolve("ran"));
    try (Running slipway = Running.start(folder.resolve("data"), OFTEN)) {
      Api api = slipway.api();
      api.addApplication(repo.url());
      Path pids = folder.resolve("pids");
      repo.with("deploy", stubborn(pids));
      repo.push("Stubborn");
      awaitLines(pids, 3);

      long asked = System.nanoTime();
      assertThat(cancel(api, "1").status()).isEqualTo(202);
      awaitState(api, "1", "cancelled");
      assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(10));
      for (String pid : Files.readAllLines(pids)) {
        assertThat(Sessions.stat(Long.parseLong(pid))).as("process %s", pid).isEmpty();
      }
      Api.Answer tooLate = cancel(api, "1");
      assertThat(tooLate.status()).isEqualTo(409);
      assertThat(tooLate.body()).contains("ended-already");

      repo.with("deploy", "#!/bin/sh\nexit 0\n");
      String mended = repo.push("Mended");
      api.awaitInForce("shop", "dev", mended);
      assertThat(cancel(api, "2").body()).contains("settled-already");
    }
  }

  /** Ignores every signal that can be ignored, as do its child and one in a session of its own. */
  private static String stubborn(Path pids) {
    return """
    #!/bin/sh
    trap '' TERM INT HUP
    (echo $$ >> %1$s; while :; do sleep 600; done) &
    setsid sh -c "trap '' TERM INT HUP; echo \\$\\$ >> %1$s; while :; do sleep 600; done" &
    echo $$ >> %1$s
    while :; do sleep 600; done
    """
        .formatted(pids);
  }

  private static Api.Answer cancel(Api api, String number) {
    return api.post(DELIVERIES + number + "/cancel", Api.JSON.createObjectNode());
  }

  private static void awaitState(Api api, String number, String state) {
    api.awaitList(
        DELIVERIES.substring(0, DELIVERIES.length() - 1) + "?limit=10",
        deliveries ->
            deliveries.stream()
                .filter(delivery -> delivery.path("number").asText().equals(number))
                .map((JsonNode delivery) -> delivery.path("state").asText())
                .anyMatch(state::equals));
  }

  private static void awaitLines(Path file, int count) throws IOException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!Files.exists(file) || Files.readAllLines(file).size() < count) {
      assertThat(System.nanoTime()).as("the command never began").isLessThan(end);
      Pause.briefly();
    }
  }
}
