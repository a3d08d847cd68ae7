package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What looking ahead says, and by which exit code. */
final class PreviewTest {

  @TempDir private Path folder;
  private StubServer server;

  @BeforeEach
  void start() throws IOException {
    server = new StubServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void each_environment_is_told_of_with_what_differs_and_what_is_lost() {
    ObjectNode preview = (ObjectNode) Contract.sample("Preview");
    ((ObjectNode) preview.path("items").get(0)).remove("refused");
    server.answer("previewApplication", preview);

    Run run = Run.of(server, "preview", "shop", "--ref", "main");

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("would go from #", "Cannot be had back: ", "SERVICE", "GUARDRAIL", "SAYS");
    assertThat(server.bodies().getFirst().toString()).isEqualTo("{\"revision\":\"main\"}");
    assertThat(server.breaches()).isEmpty();
  }

  @Test
  void where_one_would_not_take_it_the_exit_code_says_so() throws IOException {
    Path document = Files.writeString(folder.resolve("slipway.yaml"), "application: shop\n");

    ObjectNode preview = (ObjectNode) Contract.sample("Preview");
    ObjectNode stop = (ObjectNode) preview.path("items").get(0);
    stop.put("more", 3)
        .putArray("further")
        .addObject()
        .put("code", "no")
        .put("sentence", "Too many.");
    server.answer("previewApplication", preview);

    Run run = Run.of(server, "preview", "shop", "--with", document.toString());

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains("would not take it: ", "  Nor for this: Too many.\n  Nor for 3 more.\n");
    assertThat(server.bodies().getFirst().at("/definition/content").asText())
        .isEqualTo("application: shop\n");
    assertThat(server.breaches()).isEmpty();
  }

  @Test
  void a_dry_run_of_a_deploy_sends_what_the_deploy_would_be_given_and_tells_the_commits() {
    ObjectNode preview = (ObjectNode) Contract.sample("Preview");
    ((ObjectNode) preview.path("items").get(0)).remove("refused");
    server.answer("previewApplication", preview);

    Run run = Run.of(server, "deploy", "shop", "--to", "edge", "--param", "batch=20", "--dry-run");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("in force there as #3", "It brings ", "It takes back ");
    assertThat(server.bodies().getFirst().toString())
        .isEqualTo("{\"environment\":\"edge\",\"parameters\":{\"batch\":\"20\"},\"commits\":true}");
    assertThat(server.breaches()).isEmpty();
  }

  @Test
  void a_dry_run_that_would_be_refused_says_why_and_ends_with_one() {
    ObjectNode preview = (ObjectNode) Contract.sample("Preview");
    ((ObjectNode) preview.path("items").get(0))
        .putObject("refused")
        .put("code", "parameter-missing")
        .put("sentence", "Parameter batch, integer, has to be given: --param batch=VALUE.");
    server.answer("previewApplication", preview);

    Run run = Run.of(server, "deploy", "shop", "--to", "staging", "--dry-run");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains("would not take it: Parameter batch, integer, has to be given")
        .doesNotContain("It brings");
  }

  @Test
  void a_preview_is_given_what_a_deploy_would_be() {
    server.answer("previewApplication", Contract.sample("Preview"));
    Run.of(server, "preview", "shop", "--param", "api_token=partner-token");
    assertThat(server.bodies().getFirst().toString())
        .isEqualTo("{\"parameters\":{\"api_token\":\"partner-token\"}}");
    assertThat(server.breaches()).isEmpty();
  }
}
