package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What other tools deployed is told beside what Slipway did, and marked. */
final class ExternalsTest {

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

  private void placements(boolean ofSlipway) {
    ObjectNode page = Contract.byId("listPlacements").sample().orElseThrow().deepCopy();
    ObjectNode one = (ObjectNode) page.path("items").get(0);
    if (!ofSlipway) {
      one.remove("inForce");
    }
    ObjectNode external = (ObjectNode) one.path("external");
    for (String which : new String[] {"last", "succeeded"}) {
      ((ObjectNode) external.path(which)).put("tool", "jenkins").put("id", "4711");
    }
    ((ObjectNode) external.path("last")).put("outcome", "failed");
    server.answer("listPlacements", page);
  }

  @Test
  void where_only_another_tool_deploys_status_says_so() {
    placements(false);
    Run run = Run.of(server, "status");
    assertThat(run.out().lines().filter(line -> line.contains("external: jenkins 4711 failed")))
        .singleElement()
        .satisfies(line -> assertThat(line).containsPattern(" external +[0-9a-f]{7}"));
  }

  @Test
  void where_slipway_deploys_too_status_tells_both() {
    placements(true);
    Run run = Run.of(server, "status");
    assertThat(run.out().lines().filter(line -> line.contains("external: jenkins 4711 failed")))
        .singleElement()
        .satisfies(line -> assertThat(line).containsPattern(" #[0-9]+ "));
  }

  @Test
  void history_lists_it_below_deliveries() {
    Run run = Run.of(server, "history", "shop/staging");
    assertThat(run.out()).containsSubsequence("DELIVERY", "EXTERNAL");
    assertThat(server.asked()).containsExactly("listDeliveries", "listExternal");
  }
}
