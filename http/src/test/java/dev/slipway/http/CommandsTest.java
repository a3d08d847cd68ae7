package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.model.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people wish, and what they are told. */
final class CommandsTest {

  private static final String DEPLOY = "/api/v1/applications/shop/deploy";
  private static final String TO_STAGING = "{\"environment\":\"staging\"}";

  private House house;

  @BeforeEach
  void open() {
    house = new House();
    house.as(Role.OWNER).postYaml("/api/v1/documents", Place.repositoryNamed());
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void the_same_key_again_is_answered_with_the_same() {
    Client deployer = house.as(Role.DEPLOYER).with("Idempotency-Key", "once");
    Client.Answered first = deployer.post(DEPLOY, TO_STAGING);
    Client.Answered second = deployer.post(DEPLOY, TO_STAGING);
    assertThat(first.status()).isEqualTo(202);
    assertThat(second.json()).isEqualTo(first.json());
    assertThat(shipments()).isEqualTo(1);
  }

  @Test
  void a_refusal_is_said_in_the_letters_that_it_was_written_in() {
    Client.Answered refused = house.as(Role.DEPLOYER).post(DEPLOY, "{\"environment\":\"moon\"}");

    assertThat(refused.code()).isEqualTo("not-on-route");
    assertThat(refused.json().path("detail").asText()).contains("staging → production");
  }

  @Test
  void another_key_is_another_wish() {
    Client deployer = house.as(Role.DEPLOYER);
    deployer.post(DEPLOY, TO_STAGING);
    deployer.post(DEPLOY, TO_STAGING);
    assertThat(shipments()).isEqualTo(2);
  }

  @Test
  void a_key_belongs_to_its_actor() {
    house.as(Role.DEPLOYER).with("Idempotency-Key", "once").post(DEPLOY, TO_STAGING);
    house.as(Role.OWNER).with("Idempotency-Key", "once").post(DEPLOY, TO_STAGING);
    assertThat(shipments()).isEqualTo(2);
  }

  private long shipments() {
    return house.as(Role.VIEWER).get("/api/v1/shipments").json().get("total").asLong();
  }

  @Test
  void a_deployment_is_followed_from_the_command_to_its_orders() {
    Client viewer = house.as(Role.VIEWER);
    JsonNode carried = house.as(Role.DEPLOYER).post(DEPLOY, TO_STAGING).json();
    JsonNode shipment = viewer.get("/api/v1/shipments/" + carried.get("shipment").asText()).json();
    assertThat(shipment.at("/madeBy/actor/name").asText()).isEqualTo("main-deployer by name");
    JsonNode delivery =
        viewer.get("/api/v1/applications/shop/environments/staging/deliveries/1").json();
    assertThat(types(delivery.get("timeline")))
        .contains("CommandReceived", "ShipmentMade", "DeliveryMade", "RolloutStarted")
        .startsWith("CommandReceived");
    JsonNode placement = viewer.get("/api/v1/placements?environment=staging").json().at("/items/0");
    assertThat(placement.at("/active/number").asInt()).isEqualTo(1);
    assertThat(placement.at("/active/sha").asText()).isEqualTo(OneRepository.COMMIT.value());
  }

  private static List<String> types(JsonNode entries) {
    List<String> types = new ArrayList<>();
    entries.forEach(entry -> types.add(entry.get("type").asText()));
    return types;
  }

  @Test
  void an_entry_is_shown_with_the_ledgers_own_payload() {
    JsonNode carried = house.as(Role.DEPLOYER).post(DEPLOY, TO_STAGING).json();
    JsonNode entry =
        house.as(Role.VIEWER).get("/api/v1/entries/" + carried.get("position").asLong()).json();
    assertThat(entry.at("/entry/type").asText()).isEqualTo("CommandReceived");
    assertThat(entry.get("payload").toString()).contains("staging");
  }

  @Test
  void what_waits_is_in_the_queue_with_its_reason() {
    Client deployer = house.as(Role.DEPLOYER);
    deployer.post(DEPLOY, TO_STAGING);
    deployer.post(DEPLOY, TO_STAGING);
    deployer.post(DEPLOY, TO_STAGING);
    JsonNode queue = house.as(Role.VIEWER).get("/api/v1/queue?limit=1").json();
    assertThat(queue.get("total").asLong()).isEqualTo(2);
    assertThat(queue.at("/items/0/because/code").asText()).isEqualTo("rollout-active");
    JsonNode rest =
        house
            .as(Role.VIEWER)
            .get("/api/v1/queue?limit=1&cursor=" + queue.get("next").asText())
            .json();
    assertThat(rest.at("/items/0/place").asInt()).isEqualTo(2);
    assertThat(rest.has("next")).isFalse();
  }

  @Test
  void what_rolls_out_is_cancelled_and_what_waits_ends_at_once() {
    Client deployer = house.as(Role.DEPLOYER);
    Client viewer = house.as(Role.VIEWER);
    deployer.post(DEPLOY, TO_STAGING);
    String waiting = deployer.post(DEPLOY, TO_STAGING).json().get("shipment").asText();
    assertThat(deployer.post("/api/v1/shipments/" + waiting + "/cancel", "").status())
        .isEqualTo(202);
    assertThat(viewer.get("/api/v1/queue").json().get("total").asLong()).isZero();
    assertThat(viewer.get("/api/v1/shipments/" + waiting).json().get("state").asText())
        .isEqualTo("stopped");
    String first = "/api/v1/applications/shop/environments/staging/deliveries/1";
    assertThat(deployer.post(first + "/cancel", "").status()).isEqualTo(202);
    assertThat(viewer.get(first).json().at("/delivery/state").asText()).isEqualTo("cancelling");
  }

  @Test
  void a_paused_placement_says_who_and_why_and_goes_on_when_it_is_resumed() {
    Client deployer = house.as(Role.DEPLOYER);
    Client viewer = house.as(Role.VIEWER);
    String staging = "/api/v1/applications/shop/environments/staging";
    assertThat(deployer.post(staging + "/pause", "{\"because\":\"a\\nb\"}").status())
        .isEqualTo(400);
    assertThat(deployer.post(staging + "/pause", "{\"because\":\"slow\"}").status()).isEqualTo(202);
    deployer.post(DEPLOY, TO_STAGING);
    JsonNode queue = viewer.get("/api/v1/queue").json();
    assertThat(queue.at("/items/0/because/sentence").asText())
        .isEqualTo("main-deployer by name paused shop/staging: slow");
    assertThat(viewer.get(staging).json().at("/paused/because").asText()).isEqualTo("slow");
    deployer.post(staging + "/resume", "{}");
    assertThat(viewer.get(staging).json().has("paused")).isFalse();
    assertThat(viewer.get(staging).json().at("/active/number").asInt()).isEqualTo(1);
  }

  @Test
  void a_rollback_of_nothing_says_so_before_and_when_it_is_wished() {
    String staging = "/api/v1/applications/shop/environments/staging/rollback";
    JsonNode offer = house.as(Role.VIEWER).get(staging).json();
    assertThat(offer.get("possible").asBoolean()).isFalse();
    assertThat(offer.at("/because/code").asText()).isEqualTo("nothing-in-force");
    Client.Answered refused = house.as(Role.DEPLOYER).post(staging, "{}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("nothing-in-force");
  }

  @Test
  void a_refused_wish_says_why_and_where_it_stands() {
    Client.Answered refused = house.as(Role.DEPLOYER).post(DEPLOY, "{\"environment\":\"nowhere\"}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("not-on-route");
    assertThat(refused.json().has("position")).isTrue();
    assertThat(refused.json().get("correlation").asText()).isNotEmpty();
  }

  @Test
  void nothing_defaults_where_there_are_several_environments() {
    Client.Answered refused = house.as(Role.DEPLOYER).post(DEPLOY, "{}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("environment-missing");
  }

  @Test
  void the_seeds_own_request_deploys_from_its_query() {
    Client.Answered accepted =
        house
            .as(Role.DEPLOYER)
            .send("POST", "/api/0/shop/deploy?env=staging&sha=main&force=true", "", "");
    assertThat(accepted.status()).isEqualTo(202);
    assertThat(
            house.as(Role.VIEWER).get("/api/v1/shipments").json().at("/items/0/force").asBoolean())
        .isTrue();
  }

  @Test
  void the_seeds_own_request_is_a_400_with_a_reason_when_refused() {
    Client deployer = house.as(Role.DEPLOYER);
    for (String query : List.of("", "?env=nowhere", "?env=UPPER", "?env=staging&force=maybe")) {
      Client.Answered refused = deployer.send("POST", "/api/0/shop/deploy" + query, "", "");
      assertThat(refused.status()).as(query).isEqualTo(400);
      assertThat(refused.json().get("detail").asText()).isNotEmpty();
    }
  }

  @Test
  void mistakes_in_documents_have_places() {
    Client.Answered refused =
        house
            .as(Role.OWNER)
            .postYaml("/api/v1/documents?file=my.yaml", "application: x\nservics: {}\n");
    assertThat(refused.status()).isEqualTo(422);
    JsonNode problem = refused.json().at("/problems/0");
    assertThat(problem.get("file").asText()).isEqualTo("my.yaml");
    assertThat(problem.get("line").asInt()).isPositive();
    JsonNode same =
        house
            .as(Role.VIEWER)
            .postYaml("/api/v1/documents/validate?file=my.yaml", "application: x\nservics: {}\n")
            .json();
    assertThat(same.get("valid").asBoolean()).isFalse();
    assertThat(same.get("problems")).isEqualTo(refused.json().get("problems"));
  }

  @Test
  void an_application_is_added_by_its_repository_and_removed() {
    Client owner = house.as(Role.OWNER);
    Client.Answered removed = owner.delete("/api/v1/applications/shop");
    assertThat(removed.status()).isEqualTo(200);
    assertThat(owner.get("/api/v1/applications/shop").status()).isEqualTo(404);
    Client.Answered added =
        owner.post("/api/v1/applications", "{\"repository\":\"https://git.example/shop\"}");
    assertThat(added.status()).as(added.json().toString()).isEqualTo(201);
    assertThat(owner.get("/api/v1/applications/shop").json().at("/origin/kind").asText())
        .isEqualTo("commit");
  }

  @Test
  void a_token_acts_until_it_is_revoked_and_shows_its_secret_once() {
    Client admin = house.as(Role.ADMIN).with("Idempotency-Key", "ci");
    String asked = "{\"name\":\"ci\",\"role\":\"viewer\",\"scope\":{\"application\":\"shop\"}}";
    JsonNode created = admin.post("/api/v1/tokens", asked).json();
    Client token =
        house.asNobody().with("Authorization", "Bearer " + created.get("secret").asText());
    assertThat(token.get("/api/v1/whoami").json().at("/grants/0/scope/application").asText())
        .isEqualTo("shop");
    assertThat(admin.post("/api/v1/tokens", asked).json().has("secret")).isFalse();
    String id = created.at("/token/id").asText();
    assertThat(house.as(Role.ADMIN).get("/api/v1/tokens?limit=100").json().toString()).contains(id);
    assertThat(house.as(Role.ADMIN).delete("/api/v1/tokens/" + id).status()).isEqualTo(200);
    assertThat(token.get("/api/v1/whoami").status()).isEqualTo(401);
  }

  @Test
  void pages_of_activity_together_are_everything_once() {
    house.as(Role.DEPLOYER).post(DEPLOY, TO_STAGING);
    Client viewer = house.as(Role.VIEWER);
    List<Long> seen = new ArrayList<>();
    String next = "";
    long total;
    do {
      JsonNode page = viewer.get("/api/v1/activity?limit=7" + next).json();
      page.get("items").forEach(item -> seen.add(item.get("position").asLong()));
      total = page.get("total").asLong();
      next = page.has("next") ? "&cursor=" + page.get("next").asText() : "";
    } while (!next.isEmpty());
    assertThat(seen).doesNotHaveDuplicates().hasSize((int) total);
    assertThat(
            Stream.of(
                    "application=shop",
                    "environment=staging",
                    "type=ShipmentMade",
                    "actor=main-deployer",
                    "to=2001-01-01T00:00:00Z")
                .map(filter ->
                    viewer.get("/api/v1/activity?" + filter).json().get("total").asLong()))
        .allMatch(count -> count < seen.size());
  }

  @Test
  void a_parameter_that_cannot_be_is_a_400() {
    Client viewer = house.as(Role.VIEWER);
    for (String query :
        List.of(
            "activity?limit=0",
            "activity?limit=101",
            "activity?limit=x",
            "activity?from=yesterday",
            "activity?cursor=%25",
            "activity?application=UPPER",
            "activity?limit=1&limit=2",
            "shipments?state=no",
            "events?kind=no",
            "changes?after=x")) {
      assertThat(viewer.get("/api/v1/" + query).status()).as(query).isEqualTo(400);
    }
  }
}
