package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People are told: by the real server, to a strict listener. */
class NotificationTest {

  private static final String WHY = "Checkout is <!channel> down.";

  @TempDir private Path folder;
  private Path secrets;
  private final Listener listener = Listener.start();

  @BeforeEach
  void write() throws IOException {
    secrets = Files.createDirectory(folder.resolve("secret-files"));
    Files.writeString(secrets.resolve("hook-secret"), Listener.SECRET + "\n");
    Files.writeString(secrets.resolve("hook-token"), Listener.TOKEN + "\n");
    Files.writeString(secrets.resolve("slack-url"), listener.url("/slack/canary-2f9c") + "\n");
  }

  @AfterEach
  void stop() {
    listener.close();
  }

  private String webhook(String events) {
    return """
    notification: hook
    for: {applications: shop}
    events: %s
    webhook:
      url: %s
      headers: {X-Team: shop, Authorization: {file: hook-token}}
      secret: {file: hook-secret}
    """
        .formatted(events, listener.url("/hook"));
  }

  private static final String SLACK =
      "{notification: channel, events: failed, slack: {url: {file: slack-url}}}";

  private List<String> await(int messages) {
    try {
      return Scene.until(
          messages + " messages",
          () -> Optional.of(listener.arrived()).filter(all -> all.size() >= messages));
    } catch (AssertionError vain) {
      throw new AssertionError("There are only " + listener.arrived(), vain);
    }
  }

  @Test
  void a_start_an_end_a_failure_and_a_bypass_are_told_and_nothing_else() {
    try (Running slipway = Running.telling(folder.resolve("data"), secrets);
        Scene scene = Scene.at(slipway, folder)) {
      Repo repo = Repo.in(folder.resolve("shop"));
      repo.with("deploy", "#!/bin/sh\nexit 0\n").push("Begin");
      scene
          .api()
          .apply(
              "{environment: production, guardrails: {approval: {of: 1}}}",
              "{target: prod-1, environment: production, local: true}",
              webhook("[started, settled, failed]"),
              SLACK,
              """
              application: shop
              repository: %s
              services: {job: {command: ./deploy}}
              route: [production]
              """
                  .formatted(repo.url()));
      assertThat(scene.admin("notification", "test", "hook")).contains("It was delivered.");
      assertThat(await(1)).containsExactly("test");

      scene.admin("deploy", "shop", "--to", "production", "--ref", "main");
      scene
          .api()
          .await(
              "shop",
              "production",
              at -> at.at("/active/because/code").asText().equals("approval-missing"));
      scene.admin("bypass", "shop/production#1", "approval", "--reason", WHY);
      scene.api().await("shop", "production", at -> at.at("/inForce/number").asInt() == 1);
      assertThat(await(5))
          .containsExactlyInAnyOrder(
              "test",
              "bypassed #1",
              "shop/production#1 ("
                  + repo.head().substring(0, 10)
                  + ") goes past a guardrail."
                  + " Although approval does not hold: Checkout is &lt;!channel&gt; down.",
              "started #1",
              "settled #1");

      repo.with("deploy", "#!/bin/sh\nexit 1\n").push("Fail");
      scene.admin("deploy", "shop", "--to", "production", "--ref", "main");
      scene.api().await("shop", "production", at -> at.at("/active/number").asInt() == 2);
      scene.admin("bypass", "shop/production#2", "approval", "--reason", "Again.");
      assertThat(await(10)).contains("started #2", "failed #2");
      assertThat(listener.arrived())
          .anyMatch(it -> it.startsWith("shop/production#2") && it.contains("has failed"));
      assertThat(scene.admin("notification", "list"))
          .contains("hook", "idle", "started, settled, failed");
    }
  }

  @Test
  void a_receiver_that_is_away_keeps_no_delivery_from_settling_and_hears_of_it_later() {
    try (Running slipway = Running.telling(folder.resolve("data"), secrets);
        Scene scene = Scene.at(slipway, folder)) {
      scene.api().apply(webhook("settled"), SLACK.replace("failed", "settled"));
      listener.answer(503);
      scene.taken();
      scene.delivered("One");
      Scene.until(
          "a failure",
          () ->
              Optional.of(scene.admin("notification", "list"))
                  .filter(list -> list.contains("failing") && list.contains("It answered 503.")));
      listener.answer(204);
      assertThat(await(2))
          .anyMatch(it -> it.startsWith("settled"))
          .anyMatch(it -> it.startsWith("shop/staging#1"));
    }
  }

  @Test
  void an_address_inside_is_not_reached_unless_it_was_listed() {
    try (Running slipway = Running.telling(folder.resolve("data"), secrets);
        Scene scene = Scene.at(slipway, folder)) {
      scene
          .api()
          .apply(
              "{notification: inside, webhook: {url: 'http://127.0.0.2:%d/hook'}}"
                  .formatted(listener.port()),
              "{notification: nothing, slack: {url: {file: no-such-file}}}");
      var inside = scene.administrator().run("notification", "test", "inside");
      assertThat(inside.exit()).isEqualTo(2);
      assertThat(inside.out()).contains("not everybody's");
      assertThat(scene.administrator().run("notification", "test", "nothing").out())
          .contains("The file no-such-file cannot be read");
      assertThat(listener.arrived()).isEmpty();
    }
  }

  @Test
  void a_server_that_is_killed_again_and_again_loses_nothing_and_repeats_one_message_a_time()
      throws IOException, InterruptedException {
    Path data = folder.resolve("data");
    Repo repo = Repo.ofCommand(folder, folder.resolve("ran"));
    ServerProcess server = ServerProcess.start(data);
    int kills = 0;
    try {
      server.api().addApplication(repo.url());
      server.api().apply(webhook("settled"));
      Api.Hook hook = server.api().openHook("github");
      for (int n = 1; n <= 6; n++) {
        String before = repo.head();
        String sha = repo.push("Commit " + n);
        var _ = server.api().push(hook, repo.url(), "refs/heads/main", before, sha, "d-" + n);
        server.api().awaitInForce("shop", "dev", sha);
        server.kill();
        kills++;
        server.close();
        server = ServerProcess.start(data);
        server.api().awaitInForce("shop", "staging", sha);
      }
      List<String> settled = awaitSettled(6);
      assertThat(new HashSet<>(listener.ids())).hasSize(12);
      assertThat(settled.size()).isBetween(12, 12 + kills);
    } finally {
      server.close();
    }
  }

  private List<String> awaitSettled(int number) {
    return Scene.until(
        "all that settled",
        () ->
            Optional.of(listener.arrived())
                .filter(all -> new HashSet<>(listener.ids()).size() >= 2 * number));
  }
}
