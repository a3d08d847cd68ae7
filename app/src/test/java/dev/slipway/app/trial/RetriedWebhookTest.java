package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server is killed after a webhook is in the ledger and before its sender is told. The sender,
 * who knows nothing, sends it again; that is no second change.
 */
class RetriedWebhookTest {

  private static final String NOBODY = "0".repeat(40);

  @TempDir private Path folder;

  @Test
  void a_webhook_whose_answer_was_lost_makes_one_shipment_when_it_is_sent_again()
      throws IOException {
    Path data = Files.createDirectories(folder).resolve("data");
    Path ran = folder.resolve("ran");
    Repo repo = Repo.ofCommand(folder, ran);
    ServerProcess server = ServerProcess.start(data);
    try {
      server.api().addApplication(repo.url());
      Api.Hook hook = server.api().openHook("github");
      String sha = repo.commit("Once");
      repo.git("push", "-q", "origin", "HEAD:refs/heads/main");
      new Doom(sha, 1, "after", List.of()).tell(data);
      Api.Answer lost = tell(server, hook, repo, sha);
      assertThat(lost.status()).as("the answer to the first").isZero();
      assertThat(Doom.lift(data)).as("it died").isTrue();
      server.close();
      server = ServerProcess.start(data);

      assertThat(tell(server, hook, repo, sha).status()).isEqualTo(202);
      assertThat(tell(server, hook, repo, sha).status()).isEqualTo(202);
      server.api().awaitInForce("shop", "staging", sha);
      server.api().awaitQuiet();
      assertThat(server.api().shipped("shop")).containsExactly(sha);
      assertThat(Files.readAllLines(ran)).containsExactly("dev " + sha, "staging " + sha);
    } finally {
      server.close();
    }
  }

  private static Api.Answer tell(ServerProcess server, Api.Hook hook, Repo repo, String sha) {
    return server.api().push(hook, repo.url(), "refs/heads/main", NOBODY, sha, "one-delivery");
  }
}
