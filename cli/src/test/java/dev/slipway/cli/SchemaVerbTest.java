package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.config.Schemas;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Editors ask once, and without a server. */
final class SchemaVerbTest {

  @Test
  void the_schema_of_a_kind_is_printed_as_it_was_published() {
    Run run = Run.of(Map.of(), "schema", "application");

    assertThat(run.out()).isEqualTo(Schemas.of("application").orElseThrow());
    assertThat(run.exit()).isZero();
  }

  @Test
  void without_a_kind_it_is_the_one_that_takes_every_kind() {
    assertThat(Run.of(Map.of(), "schema").out())
        .isEqualTo(Schemas.of(Schemas.ANY).orElseThrow())
        .contains("urn:slipway:schema:document");
  }

  @Test
  void a_kind_that_there_is_not_is_answered_with_those_that_there_are() {
    Run run = Run.of(Map.of(), "schema", "aplication");

    assertThat(run.err())
        .contains("'aplication'", "application, environment, environment_group, target");
    assertThat(run.exit()).isEqualTo(1);
  }
}
