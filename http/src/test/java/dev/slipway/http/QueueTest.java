package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.model.Role;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits, as people see it and order it. */
final class QueueTest {

  private static final String DEPLOY = "/api/v1/applications/shop/deploy";
  private static final String QUEUE = "/api/v1/applications/shop/environments/staging/queue/";

  private House house;
  private Client deployer;
  private Client viewer;

  @BeforeEach
  void open() {
    house = new House();
    house.as(Role.OWNER).postYaml("/api/v1/documents", Place.repositoryNamed());
    deployer = house.as(Role.DEPLOYER);
    viewer = house.as(Role.VIEWER);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private String deploy() {
    return deployer.post(DEPLOY, "{\"environment\":\"staging\"}").json().get("shipment").asText();
  }

  private List<String> order() {
    List<String> order = new ArrayList<>();
    viewer
        .get("/api/v1/queue")
        .json()
        .get("items")
        .forEach(item -> order.add(item.get("shipment").asText()));
    return order;
  }

  @Test
  void what_is_moved_stands_there_for_everybody_and_the_record_says_who_moved_it() {
    deploy();
    List<String> ids = List.of(deploy(), deploy(), deploy());
    JsonNode carried = deployer.post(QUEUE + ids.get(2) + "/move", "{\"to\":\"first\"}").json();
    assertThat(carried.at("/settlement").asText()).isEqualTo("followed");
    assertThat(carried.at("/entries").findValuesAsText("type")).contains("ShipmentMoved");
    assertThat(carried.at("/entries/0/actor/name").asText()).isEqualTo("main-deployer by name");
    assertThat(order()).containsExactly(ids.get(2), ids.get(0), ids.get(1));
    deployer.post(QUEUE + ids.get(2) + "/move", "{\"before\":\"%s\"}".formatted(ids.get(1)));
    assertThat(order()).containsExactly(ids.get(0), ids.get(2), ids.get(1));
    assertThat(viewer.get("/api/v1/queue").json().at("/items/1/place").asInt()).isEqualTo(2);
    assertThat(viewer.get("/api/v1/queue").json().at("/items/1/because/code").asText())
        .isEqualTo("behind-others");
  }

  @Test
  void the_same_move_again_is_one_and_where_to_has_to_be_said() {
    deploy();
    List<String> ids = List.of(deploy(), deploy());
    String move = QUEUE + ids.get(1) + "/move";
    Client once = house.as(Role.DEPLOYER).with("Idempotency-Key", "once");
    Client.Answered first = once.post(move, "{\"to\":\"first\"}");
    deployer.post(move, "{\"to\":\"last\"}");
    assertThat(once.post(move, "{\"to\":\"first\"}").json()).isEqualTo(first.json());
    assertThat(order()).containsExactlyElementsOf(ids);
    assertThat(deployer.post(move, "{}").status()).isEqualTo(400);
    assertThat(deployer.post(move, "{\"to\":\"last\",\"before\":\"s-1\"}").status()).isEqualTo(400);
  }

  @Test
  void what_is_taken_out_waits_no_more_and_what_started_is_not_taken_out() {
    String rolling = deploy();
    String waiting = deploy();
    assertThat(deployer.delete(QUEUE + waiting).status()).isEqualTo(202);
    assertThat(order()).isEmpty();
    JsonNode shipment = viewer.get("/api/v1/shipments/" + waiting).json();
    assertThat(shipment.at("/stops/0/because/code").asText()).isEqualTo("removed");
    Client.Answered refused = deployer.delete(QUEUE + rolling);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().get("code").asText()).isEqualTo("past-the-queue");
  }
}
