package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A target with the label is added, and its environment exists and converges. */
class EnvironmentGroupTest {

  private static final Duration NEVER = Duration.ofHours(1);
  private static final String GROUP =
      """
      environment_group: edge
      for: {labels: {tier: edge}}
      allow_empty: true
      template: {labels: {region: eu}, on_failure: rollback}
      """;

  @TempDir private Path folder;
  private Running slipway;
  private Scene scene;
  private Repo repo;

  @BeforeEach
  void start() {
    slipway = Running.start(folder.resolve("data"), NEVER);
    scene = Scene.at(slipway, folder);
    repo = Repo.in(folder.resolve("shop"));
    repo.with("deploy", "#!/bin/sh\necho \"$1\" >> " + folder.resolve("ran") + "\n");
    repo.push("Begin");
    scene.api().apply(GROUP, shop("[dev, edge]"));
  }

  @AfterEach
  void stop() {
    scene.close();
    slipway.close();
  }

  private String shop(String route) {
    return """
    application: shop
    repository: %s
    services: {job: {command: './deploy {environment}'}}
    route: %s
    """
        .formatted(repo.url(), route);
  }

  private static String site(String name) {
    return "{target: %s, labels: {tier: edge}, local: true}".formatted(name);
  }

  private List<String> ran() {
    try {
      Path ran = folder.resolve("ran");
      return Files.exists(ran) ? Files.readAllLines(ran) : List.of();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private JsonNode inForce(String environment) {
    String placement = "/api/v1/applications/shop/environments/" + environment;
    return Scene.until(
        "something in force in " + environment,
        () ->
            scene
                .api()
                .find(placement)
                .map(found -> found.path("inForce"))
                .filter(held -> !held.isMissingNode()));
  }

  @Test
  void a_target_with_the_label_has_its_environment_and_what_is_in_force_without_a_push() {
    scene.admin("deploy", "shop", "--to", "dev", "--ref", "main", "--wait");
    assertThat(ran()).containsExactly("dev");

    scene.api().apply(site("eu-1"));
    String commit = inForce("dev").path("sha").asText();
    assertThat(inForce("edge-eu-1").path("sha").asText()).isEqualTo(commit);
    assertThat(ran()).containsExactly("dev", "edge-eu-1");

    JsonNode environment = scene.api().get("/api/v1/environments/edge-eu-1");
    assertThat(environment.path("group").asText()).isEqualTo("edge");
    assertThat(environment.at("/labels/region").asText()).isEqualTo("eu");
    assertThat(scene.admin("environment", "list")).containsPattern("edge-eu-1 +edge +eu-1");
    assertThat(scene.admin("history", "shop/edge-eu-1")).contains("joining, as shop/dev#1");

    scene.api().apply(site("eu-2"));
    assertThat(inForce("edge-eu-2").path("sha").asText()).isEqualTo(commit);
    scene.admin("deploy", "shop", "--to", "edge", "--ref", "main", "--wait");
    assertThat(ran().subList(3, 5)).containsExactly("edge-eu-1", "edge-eu-2");
    assertThat(scene.api().get("/api/v1/applications/shop").path("route").toString())
        .isEqualTo("[\"dev\",\"edge-eu-1\",\"edge-eu-2\"]");
    assertThat(scene.admin("preview", "shop")).contains("edge-eu-1", "edge-eu-2");
  }

  @Test
  void a_label_that_no_group_is_for_is_refused_and_makes_nothing() {
    ObjectNode body = Api.JSON.createObjectNode();
    body.withArray("files")
        .addObject()
        .put("name", "target.yaml")
        .put("content", "{target: eu-1, labels: {tier: core}}");
    Api.Answer answer = scene.api().post("/api/v1/documents", body);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
    assertThat(answer.json().path("code").asText()).isEqualTo("no-group-selects");
    assertThat(answer.json().path("detail").asText()).contains("{tier: core}", "edge");
    assertThat(scene.api().get("/api/v1/environments").toString()).doesNotContain("eu-1");
  }

  @Test
  void whoever_locks_the_group_locks_who_joins_it_later_too() {
    scene.admin("lock", "--env", "edge", "--reason", "Closed.");
    scene.admin("deploy", "shop", "--to", "dev", "--ref", "main", "--wait");
    scene.api().apply(site("eu-1"));
    Pause.until(
        "what joined waits for the lock of its group",
        () ->
            scene.admin("why", "shop/edge-eu-1").contains("the environment group edge is locked"));
    assertThat(ran()).containsExactly("dev");
    assertThat(scene.admin("locks")).contains("*/edge (edge-eu-1)");
    scene.admin("unlock", "--env", "edge");
    inForce("edge-eu-1");
    assertThat(ran()).containsExactly("dev", "edge-eu-1");
  }
}
