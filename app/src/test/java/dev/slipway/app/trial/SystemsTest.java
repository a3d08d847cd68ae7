package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Systems that know deliveries are told: by the real server, to strict stand-ins. */
class SystemsTest {

  private static final String GRAFANA = "/grafana/api/annotations";

  @TempDir private Path folder;
  private Path secrets;
  private final Systems systems = Systems.start();

  @BeforeEach
  void write() throws IOException {
    secrets = Files.createDirectory(folder.resolve("secret-files"));
    Files.writeString(secrets.resolve("token"), Systems.TOKEN + "\n");
    Files.writeString(secrets.resolve("hook-secret"), Listener.SECRET + "\n");
  }

  @AfterEach
  void stop() {
    systems.close();
  }

  private List<JsonNode> await(String path, int messages) {
    return Scene.until(
        messages + " at " + path,
        () -> Optional.of(systems.at(path)).filter(all -> all.size() >= messages));
  }

  private String documents() {
    return """
    notification: dashboards
    events: [settled, failed]
    grafana: {url: '%1$s/grafana', token: {file: token}, dashboard: cIBgcSjkk}
    ---
    notification: chain
    cdevents:
      url: %1$s/cdevents
      headers: {X-Team: shop, X-Token: {file: token}}
      secret: {file: hook-secret}
    ---
    notification: releases
    sentry: {organization: acme, projects: [shop-web], token: {file: token}, url: '%1$s/sentry/'}
    ---
    notification: monitors
    datadog: {site: us5.datadoghq.com, key: {file: no-such-file}}
    """
        .formatted(systems.url());
  }

  @Test
  void a_delivery_that_settled_is_told_from_its_start_to_each_system() {
    try (Running slipway = Running.telling(folder.resolve("data"), secrets);
        Scene scene = Scene.at(slipway, folder)) {
      scene.api().apply(documents().split("---\n"));
      assertThat(scene.admin("notification", "test", "dashboards")).contains("It was delivered.");
      assertThat(scene.admin("notification", "test", "chain")).contains("It was delivered.");
      scene.taken();
      String sha = scene.delivered("One");

      JsonNode settled = await(GRAFANA, 2).getLast();
      assertThat(settled.get("text").asText()).startsWith("shop/staging#1").endsWith("in force.");
      assertThat(settled.get("dashboardUID").asText()).isEqualTo("cIBgcSjkk");
      assertThat(settled.get("timeEnd").asLong()).isGreaterThan(settled.get("time").asLong());

      assertThat(await("/cdevents", 5).stream().map(it -> it.get("type").asText()))
          .containsExactly(
              "dev.cdeventsx.slipway-notification.tested.0.1.0",
              "dev.cdevents.pipelinerun.queued.0.3.0",
              "dev.cdevents.pipelinerun.started.0.3.0",
              "dev.cdevents.service.deployed.0.3.0",
              "dev.cdevents.pipelinerun.finished.0.3.0");

      String deploys = Systems.RELEASES + sha + "/deploys/";
      assertThat(await(deploys, 1).getFirst().get("environment").asText()).isEqualTo("staging");
      assertThat(systems.at(Systems.RELEASES).getFirst().get("version").asText()).isEqualTo(sha);
      assertThat(scene.administrator().run("notification", "test", "releases").out())
          .contains("a test has none");

      assertThat(scene.administrator().run("notification", "test", "monitors").out())
          .contains("The file no-such-file cannot be read");
      assertThat(scene.admin("notification", "list"))
          .contains(
              "grafana 127.0.0.1",
              "cdevents 127.0.0.1",
              "sentry 127.0.0.1",
              "datadog us5.datadoghq.com");
    }
  }
}
