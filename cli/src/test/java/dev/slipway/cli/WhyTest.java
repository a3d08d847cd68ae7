package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Why nothing happens is also told where nothing waits yet. */
final class WhyTest {

  private StubServer server;

  @BeforeEach
  void start() throws IOException {
    server = new StubServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void locked(String environment) {
    ObjectNode lock = (ObjectNode) Contract.sample("Lock");
    lock.put("id", "l-1").put("reason", "Stocktaking.").put("strength", "holds").remove("until");
    lock.putObject("scope").put("environment", environment);
    ObjectNode page = JsonMapper.builder().build().createObjectNode();
    page.put("total", 1).putArray("items").add(lock);
    server.answer("listLocks", page);
  }

  private void active(boolean isActive) {
    ObjectNode placement = (ObjectNode) Contract.sample("Placement");
    if (!isActive) {
      placement.remove("active");
    }
    server.answer("getPlacement", placement);
  }

  @Test
  void a_lock_is_told_before_anything_meets_it() {
    active(false);
    locked("staging");

    Run run = Run.of(server, "why", "shop/staging");

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("Nothing starts here: sample locked it: Stocktaking.", "slipway unlock l-1");
    assertThat(server.breaches()).isEmpty();
  }

  @Test
  void a_lock_of_another_place_is_not() {
    active(false);
    locked("production");

    assertThat(Run.of(server, "why", "shop/staging").out()).doesNotContain("Stocktaking");
  }

  @Test
  void what_is_on_its_way_tells_its_locks_itself() {
    active(true);
    locked("staging");

    Run.of(server, "why", "shop/staging");

    assertThat(server.asked()).doesNotContain("listLocks");
  }
}
