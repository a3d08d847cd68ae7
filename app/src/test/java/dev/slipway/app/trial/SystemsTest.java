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

  private String grafana() {
    return """
    notification: dashboards
    events: [settled, failed]
    grafana: {url: '%s/grafana', token: {file: token}, dashboard: cIBgcSjkk}
    """
        .formatted(systems.url());
  }

  @Test
  void a_delivery_that_settled_is_told_from_its_start_to_each_system() {
    try (Running slipway = Running.telling(folder.resolve("data"), secrets);
        Scene scene = Scene.at(slipway, folder)) {
      scene.api().apply(grafana());
      assertThat(scene.admin("notification", "test", "dashboards")).contains("It was delivered.");
      scene.taken();
      scene.delivered("One");

      JsonNode settled = await(GRAFANA, 2).getLast();
      assertThat(settled.get("text").asText()).startsWith("shop/staging#1").endsWith("in force.");
      assertThat(settled.get("dashboardUID").asText()).isEqualTo("cIBgcSjkk");
      assertThat(settled.get("timeEnd").asLong()).isGreaterThan(settled.get("time").asLong());
      assertThat(scene.admin("notification", "list")).contains("grafana 127.0.0.1", "idle");
    }
  }
}
