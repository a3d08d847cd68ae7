package dev.slipway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page of the states is what the tables say. */
class StatesPageTest {

  private static final Path PAGE = Path.of("..", "docs", "states.md");

  @Test
  void the_page_is_what_the_tables_say() throws IOException {
    if (Boolean.getBoolean("slipway.write-states")) {
      Files.writeString(PAGE, StatesPage.text());
    }
    assertThat(PAGE)
        .as(
            "the tables say something else than docs/states.md; write it anew with"
                + " mvn -pl engine -am -Dquick -Dtest=StatesPageTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dslipway.write-states=true test")
        .hasContent(StatesPage.text());
  }
}
