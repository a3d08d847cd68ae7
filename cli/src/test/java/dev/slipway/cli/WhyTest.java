package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
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

  /** The answer to why, with a push that two triggers said the same of, and one another thing. */
  static ObjectNode unshipped() {
    ObjectNode why = (ObjectNode) Contract.sample("Why");
    why.putArray("unmet");
    ObjectNode push = why.putArray("unshipped").addObject();
    push.put("ref", "refs/heads/topic")
        .put("sha", "c0ffee" + "0".repeat(34))
        .put("at", "2026-11-30T10:00:00Z")
        .put("event", 17);
    ArrayNode triggers = push.putArray("triggers");
    said(triggers, "push", "The branch topic matches none of [main].");
    said(triggers, "release", "The ref is not a tag.");
    said(triggers, "nightly", "The ref is not a tag.");
    return why;
  }

  private static void said(ArrayNode triggers, String trigger, String sentence) {
    triggers
        .addObject()
        .put("trigger", trigger)
        .putObject("because")
        .put("code", "no")
        .put("sentence", sentence);
  }

  @Test
  void a_push_that_shipped_nothing_is_told_with_what_each_trigger_said() {
    active(false);
    server.answer("why", unshipped());
    assertThat(Run.of(server, "why", "shop/staging").out())
        .containsPattern("Commit c0ffee0000 of refs/heads/topic, pushed .* shipped nothing")
        .contains("slipway events 17")
        .contains("  trigger push: The branch topic matches none of [main].\n")
        .contains("  triggers release, nightly: The ref is not a tag.\n");
    assertThat(server.breaches()).isEmpty();
  }

  @Test
  void where_the_newest_was_shipped_nothing_is_told_of_pushes() {
    active(false);
    ObjectNode why = unshipped();
    why.putArray("unshipped");
    server.answer("why", why);
    assertThat(Run.of(server, "why", "shop/staging").out()).doesNotContain("shipped nothing");
  }

  @Test
  void what_runs_on_of_a_removed_application_is_told_with_the_line_that_ends_it() {
    assertThat(Run.of(server, "why", "shop/staging").out())
        .contains(
            "was removed; this runs on as it was ordered last. To end that: slipway app stop ");
    ObjectNode placement = (ObjectNode) Contract.sample("Placement");
    server.answer("getPlacement", placement.put("leftOver", false));
    assertThat(Run.of(server, "why", "shop/staging").out()).doesNotContain("was removed");
  }
}
