package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WaitingTest {

  private static final String CHANGE = "id: 7\nevent: change\ndata: {}\n\n";
  private static final String HEARTBEAT = "event: heartbeat\ndata: {}\n\n";

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
  void waits_through_a_cut_stream_until_the_shipment_has_arrived() {
    server.answer("getShipment", shipment("queued"), shipment("queued"), shipment("arrived"));
    server.stream(HEARTBEAT, HEARTBEAT);

    Run run = Run.of(server, "deploy", "shop", "--to", "staging", "--wait");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("arrived");
    assertThat(run.paused()).isEqualTo(Duration.ofMillis(500));
    assertThat(server.breaches()).isEmpty();
  }

  @Test
  void waits_for_all_environments_of_a_group() {
    server.answer("getShipment", wholly("travelling"), wholly("travelling"), wholly("arrived"));
    server.stream(HEARTBEAT, HEARTBEAT);

    Run run = Run.of(server, "deploy", "shop", "--to", "edge", "--wait");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("arrived");
  }

  @Test
  void looks_again_on_a_change_without_pausing() {
    server.answer("getShipment", shipment("queued"), shipment("queued"), shipment("arrived"));
    server.stream(HEARTBEAT + CHANGE);

    Run run = Run.of(server, "deploy", "shop", "--to", "staging", "--wait");

    assertThat(run.exit()).isZero();
    assertThat(run.paused()).isZero();
  }

  @Test
  void where_output_goes_to_a_file_each_line_is_there_once() {
    server.answer("getDelivery", delivery("rolling"), delivery("rolling"), delivery("settled"));
    server.stream(CHANGE);

    Run run = Run.of(server, "wait", "shop/staging#3");

    assertThat(run.err().lines()).hasSize(1).allMatch(line -> line.contains(" rolling"));
    assertThat(run.out().lines()).hasSize(1).allMatch(line -> line.contains(" settled"));
  }

  @Test
  void a_failed_delivery_ends_with_2_and_its_reason() {
    server.answer("getDelivery", delivery("failed"));

    Run run = Run.of(server, "wait", "shop/staging#3");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).contains("failed: the health check answered 500");
  }

  @Test
  void an_overtaken_shipment_ends_with_1_and_says_by_which() {
    server.answer("getShipment", shipment("superseded"));

    Run run = Run.of(server, "deploy", "shop", "--to", "staging", "--wait");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("superseded", "by sample");
  }

  @Test
  void a_wait_that_takes_too_long_ends_with_3_and_says_that_it_goes_on() {
    server.answer("getDelivery", delivery("rolling"));
    server.stream(HEARTBEAT);

    Run run = Run.of(server, "wait", "shop/staging#3", "--timeout", "5s");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("it goes on at the server");
    assertThat(run.paused()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void a_server_that_is_not_ready_for_a_while_is_waited_for() {
    server.answer("getDelivery", delivery("rolling"));
    server.refuse("getDelivery", 503, Contract.sample("Problem"));
    server.answer("getDelivery", delivery("settled"));
    server.stream(HEARTBEAT);

    assertThat(Run.of(server, "wait", "shop/staging#3").exit()).isZero();
  }

  @Test
  void a_delivery_that_is_still_to_be_made_is_waited_for() {
    server.refuse("getDelivery", 404, nothing());
    server.answer("getPlacement", Contract.sample("Placement"));
    server.answer("getDelivery", delivery("settled"));
    server.stream(HEARTBEAT);

    assertThat(Run.of(server, "wait", "shop/staging#3").exit()).isZero();
  }

  @Test
  void a_delivery_that_can_never_be_made_is_not_waited_for() {
    server.refuse("getDelivery", 404, nothing());
    server.refuse("getPlacement", 404, nothing());

    Run run = Run.of(server, "wait", "shop/staging#3");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("(not-found)");
  }

  private static JsonNode nothing() {
    return ((ObjectNode) Contract.sample("Problem")).put("code", "not-found");
  }

  @Test
  void without_a_number_the_newest_is_waited_for() {
    server.answer("getDelivery", delivery("settled"));

    assertThat(Run.of(server, "wait", "shop/staging").exit()).isZero();
    assertThat(server.asked()).containsExactly("listDeliveries", "getDelivery", "why");
  }

  @Test
  void that_a_later_push_shipped_nothing_is_told_beside_the_newest() {
    server.answer("getDelivery", delivery("settled"));
    server.answer("why", WhyTest.unshipped());

    Run run = Run.of(server, "wait", "shop/staging");

    assertThat(run.exit()).isZero();
    assertThat(run.err())
        .contains(
            "Commit c0ffee0000 of refs/heads/topic was pushed later and shipped nothing: trigger push: The branch topic matches none of [main]. triggers release, nightly: The ref is not a tag.");
  }

  @Test
  void what_is_waited_for_in_vain_says_why_the_push_made_nothing() {
    server.refuse("getDelivery", 404, nothing());
    server.refuse("getDelivery", 404, nothing());
    server.answer("getPlacement", Contract.sample("Placement"));
    server.answer("why", WhyTest.unshipped());
    server.answer("getDelivery", delivery("settled"));
    server.stream(HEARTBEAT);

    Run run = Run.of(server, "wait", "shop/staging#3", "--timeout", "5s");

    assertThat(run.err() + run.out()).contains("is not made yet. Commit c0ffee0000");
  }

  @Test
  void a_set_is_waited_for_as_one() {
    server.answer("getSet", set("travelling"), set("settled"));
    server.stream(HEARTBEAT + CHANGE);

    Run run = Run.of(server, "ship", "shop", "billing", "--to", "staging", "--wait");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("settled");
    assertThat(server.breaches()).isEmpty();
  }

  @Test
  void a_set_of_which_one_failed_ends_with_2_and_the_reason() {
    server.answer("getSet", set("failed"));

    Run run = Run.of(server, "wait", "set-0123456789abcdef");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).contains("failed: shop/staging ended");
  }

  private static JsonNode set(String state) {
    ObjectNode set = (ObjectNode) Contract.sample("ShipSet");
    set.put("state", state);
    ((ObjectNode) set.path("because")).put("sentence", "shop/staging ended");
    return set;
  }

  @ParameterizedTest
  @CsvSource({"settled, 0", "halted, 2", "stopped, 1", "replaced, 1"})
  void a_campaign_is_waited_for_until_it_ends_or_somebody_has_to_let_it_go_on(
      String state, int exit) {
    server.answer("getCampaign", campaign("running"), campaign(state));
    server.stream(CHANGE);

    Run run = Run.of(server, "wait", "c-0123456789abcdef");

    assertThat(run.exit()).isEqualTo(exit);
    assertThat(run.out()).contains(state, "shop/staging ended");
  }

  private static JsonNode campaign(String state) {
    ObjectNode campaign = (ObjectNode) Contract.sample("Campaign");
    campaign.put("state", state);
    ((ObjectNode) campaign.path("because")).put("sentence", "shop/staging ended");
    return campaign;
  }

  private static JsonNode shipment(String state) {
    ObjectNode shipment = (ObjectNode) Contract.sample("Shipment");
    ObjectNode stop = (ObjectNode) shipment.path("stops").get(0);
    stop.put("environment", "staging").put("state", state).remove("number");
    return shipment;
  }

  private static JsonNode wholly(String state) {
    return ((ObjectNode) shipment("queued")).put("state", state);
  }

  private static JsonNode delivery(String state) {
    ObjectNode detail = (ObjectNode) Contract.sample("DeliveryDetail");
    ObjectNode delivery = (ObjectNode) detail.path("delivery");
    delivery.put("state", state);
    ((ObjectNode) delivery.path("because")).put("sentence", "the health check answered 500");
    return detail;
  }
}
