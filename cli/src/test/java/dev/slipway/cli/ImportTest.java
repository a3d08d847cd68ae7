package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other systems' files are read here, without a server. */
final class ImportTest {

  private static final String SEED =
      "{\"sentry\": {\"deploy\": \"fab -R {env} deploy:sha={sha}\", \"via\": \"github\"}}";

  @TempDir private Path folder;

  @Test
  void the_documents_are_the_answer_and_what_was_found_is_told_beside_it() throws IOException {
    Run run = imported(SEED);

    assertThat(run.exit()).isZero();
    assertThat(run.out()).startsWith("application: sentry\n").contains("fab -R {env}");
    assertThat(run.err())
        .contains("1:13", "sentry.deploy", "services.deploy.command")
        .contains("2 taken over, 1 not needed, 1 left to you.");
    Path written = Files.writeString(folder.resolve("slipway.yaml"), run.out());
    assertThat(Run.of(Map.of(), "validate", written.toString()).exit()).isZero();
  }

  @Test
  void they_are_written_into_a_new_file_and_over_none() throws IOException {
    Path into = folder.resolve("slipway.yaml");

    assertThat(imported(SEED, "--write", into.toString()).out()).contains("Written: " + into);
    assertThat(into).content().startsWith("application: sentry\n");
    Files.writeString(into, "mine");
    assertThat(imported(SEED, "--write", into.toString()).err()).contains("There is a file");
    assertThat(into).hasContent("mine");
  }

  @Test
  void programs_get_every_finding() throws IOException {
    JsonNode told = JsonMapper.builder().build().readTree(imported(SEED, "--output", "json").out());

    assertThat(told.path("understood").asBoolean()).isTrue();
    assertThat(told.path("documents").asText()).startsWith("application: sentry\n");
    assertThat(told.path("findings").findValuesAsText("outcome"))
        .containsExactly("taken", "left", "taken", "not-needed");
    assertThat(told.at("/findings/0/here").asText()).isEqualTo("application: sentry");
  }

  @Test
  void what_cannot_be_understood_ends_with_1_and_its_place() throws IOException {
    Run run = imported("{\"sentry\": [1]}");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains(":1:1: No application", ":1:2: sentry: An application is");
    assertThat(imported("{\"sentry\"").out()).contains("not-yaml");
    assertThat(Run.of(Map.of(), "import", folder.resolve("none.json").toString()).err())
        .contains("There is no file");
  }

  @Test
  void a_folder_is_called_as_what_it_lies_in_unless_told() throws IOException {
    Path deploy = Files.createDirectories(folder.resolve("Web Shop/deploy"));
    Files.writeString(deploy.resolve("pipeline.json"), "{\"Resources\": {}}");
    Files.createSymbolicLink(deploy.resolve("linked.json"), Path.of("/etc/hostname"));

    Run run = Run.of(Map.of(), "import", folder.resolve("Web Shop").toString());

    assertThat(run.out()).startsWith("application: web-shop\n").contains("on: tag");
    assertThat(run.err()).doesNotContain("linked.json");
    assertThat(Run.of(Map.of(), "import", deploy.toString(), "--name", "shop").out())
        .startsWith("application: shop\n");
    assertThat(Run.of(Map.of(), "import", folder.toString()).out()).contains("no-application");
  }

  private Run imported(String json, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("deploy.json"), json);
    String[] words = new String[more.length + 2];
    words[0] = "import";
    words[1] = file.toString();
    System.arraycopy(more, 0, words, 2, more.length);
    return Run.of(Map.of(), words);
  }
}
