package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without {@code --server} no server is needed. */
final class ValidateTest {

  @TempDir private Path folder;

  @Test
  void a_valid_document_is_named() throws IOException {
    Run run = validate("application: shop\nservices:\n  web: {run: ./web}\nroute: [staging]\n");

    assertThat(run.out()).isEqualTo("Valid: application shop\n");
    assertThat(run.exit()).isZero();
  }

  @Test
  void a_mistake_is_shown_with_its_place_and_the_nearest_word() throws IOException {
    Run run = validate("application: shop\nservices:\n  web: {run: ./web}\nruote: [staging]\n");

    assertThat(run.out()).contains("slipway.yaml:4:1:", "ruote", "'route'");
    assertThat(run.exit()).isEqualTo(1);
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    Run run = Run.of(Map.of(), "validate", folder.resolve("none.yaml").toString());

    assertThat(run.err()).contains("There is no file", "none.yaml");
    assertThat(run.exit()).isEqualTo(1);
  }

  private Run validate(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("slipway.yaml"), yaml);
    return Run.of(Map.of(), "validate", file.toString());
  }
}
