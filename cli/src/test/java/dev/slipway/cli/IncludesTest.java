package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three answers, and an exit code by which a script tells yes from no. */
final class IncludesTest {

  private StubServer server;

  @BeforeEach
  void start() throws IOException {
    server = new StubServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "included, INCLUDED, 0",
    "not-included, NOT_INCLUDED, 2",
    "no-relation, NO_RELATION, 2"
  })
  void the_answer_comes_first_and_then_why(String relation, String word, int exit) {
    ObjectNode inclusion = (ObjectNode) Contract.sample("Inclusion");
    inclusion.put("relation", relation);
    inclusion.putObject("because").put("code", "sample").put("sentence", "So it is.");
    server.answer("showInclusion", inclusion);

    Run run = Run.of(server, "includes", "shop/production", "4f2a9c1");

    assertThat(run.out().lines()).containsExactly("%s: So it is.".formatted(word));
    assertThat(run.exit()).isEqualTo(exit);
    assertThat(server.breaches()).isEmpty();
  }
}
