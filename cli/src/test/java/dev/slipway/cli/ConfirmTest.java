package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A protected environment is named once more: by the option, or at a terminal when asked. */
final class ConfirmTest {

  private StubServer server;

  @BeforeEach
  void start() throws IOException {
    server = new StubServer();
  }

  @AfterEach
  void stop() {
    assertThat(server.breaches()).isEmpty();
    server.close();
  }

  private void placement(boolean asksToConfirm) {
    ObjectNode placement = Contract.byId("getPlacement").sample().orElseThrow().deepCopy();
    server.answer("getPlacement", placement.put("asksToConfirm", asksToConfirm));
  }

  private JsonNode sent() {
    return server.bodies().getLast().path("confirm");
  }

  @Test
  void at_a_terminal_the_name_is_asked_for_and_sent() {
    placement(true);
    Run run = Run.typing(server, List.of("staging"), "deploy", "shop", "--to", "staging");
    assertThat(run.err()).startsWith("staging is protected. Type staging to go on");
    assertThat(run.exit()).isZero();
    assertThat(sent().asText()).isEqualTo("staging");
    Run back = Run.typing(server, List.of(" staging "), "rollback", "shop/staging");
    assertThat(back.exit()).isZero();
    assertThat(sent().asText()).isEqualTo("staging");
  }

  @Test
  void nothing_is_sent_when_something_else_is_typed_or_nothing() {
    placement(true);
    for (List<String> typed : List.of(List.of("production"), List.of(""), List.<String>of())) {
      Run run = Run.typing(server, typed, "deploy", "shop", "--to", "staging");
      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.err()).contains("Nothing was sent: staging was not named.");
    }
    assertThat(server.asked()).containsOnly("getPlacement");
  }

  @Test
  void nobody_is_asked_where_it_is_not_protected_or_the_option_says_it() {
    placement(false);
    Run.typing(server, List.of(), "deploy", "shop", "--to", "staging");
    assertThat(sent().isMissingNode()).isTrue();
    server.asked().clear();
    Run.typing(server, List.of(), "deploy", "shop", "--to", "staging", "--confirm", "staging");
    assertThat(sent().asText()).isEqualTo("staging");
    assertThat(server.asked()).containsExactly("deploy");
  }

  @Test
  void where_nobody_sits_the_server_refuses_and_its_sentence_says_what_to_add() {
    ObjectNode problem = Contract.byId("getPlacement").sample().orElseThrow().deepCopy();
    problem.removeAll();
    problem
        .put("type", "about:blank")
        .put("title", "Conflict")
        .put("status", 409)
        .put("code", "confirmation-missing")
        .put("detail", "staging is protected. Add --confirm staging.");
    server.refuse("deploy", 409, problem);
    Run run = Run.of(server, "deploy", "shop", "--to", "staging");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("Add --confirm staging.");
    assertThat(server.asked()).containsExactly("deploy");
  }
}
