package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.model.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a commit or a document would come to, through the API. */
final class PreviewTest {

  private static final String PREVIEW = "/api/v1/applications/shop/preview";

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

  private static String with(String yaml) {
    return "{\"definition\":{\"name\":\"slipway.yaml\",\"content\":\"%s\"}}"
        .formatted(yaml.replace("\"", "\\\"").replace("\n", "\\n"));
  }

  private long position() {
    return house
        .as(Role.ADMIN)
        .get("/api/v1/ledger?limit=1")
        .json()
        .at("/items/0/position")
        .asLong();
  }

  @Test
  void the_head_of_the_branch_would_be_the_first_one_there_and_nothing_changes() {
    long before = position();
    Client.Answered answered = house.as(Role.VIEWER).post(PREVIEW, "{}");
    assertThat(answered.status()).as(answered.json().toString()).isEqualTo(200);
    JsonNode stop = answered.json().at("/items/0");
    assertThat(stop.get("environment").asText()).isEqualTo("staging");
    assertThat(stop.has("from")).isFalse();
    assertThat(stop.at("/services/0/change").asText()).isEqualTo("added");
    assertThat(position()).isEqualTo(before);
  }

  @Test
  void a_document_with_a_mistake_is_refused_with_its_place() {
    Client.Answered answered =
        house.as(Role.VIEWER).post(PREVIEW, with(House.DOCUMENT.replace("services:", "servics:")));
    assertThat(answered.status()).isEqualTo(422);
    assertThat(answered.json().at("/problems/0/line").asInt())
        .as(answered.json().toString())
        .isEqualTo(2);
  }

  @Test
  void a_document_of_another_application_is_refused() {
    Client.Answered answered =
        house
            .as(Role.VIEWER)
            .post(PREVIEW, with(House.DOCUMENT.replace("application: shop", "application: other")));
    assertThat(answered.status()).isEqualTo(422);
    assertThat(answered.json().get("code").asText()).isEqualTo("another-document");
  }

  @Test
  void what_it_would_be_given_is_judged_as_a_deploy_judges_it() {
    String taking = House.DOCUMENT + "parameters: {batch: {type: integer}}\n";
    String document = with(taking).replaceFirst("\\}$", "");
    JsonNode without = stop(document + "}");
    assertThat(without.at("/refused/code").asText()).isEqualTo("parameter-missing");
    assertThat(without.at("/refused/sentence").asText()).contains("--param batch=VALUE");
    JsonNode given = stop(document + ",\"parameters\":{\"batch\":\"20\"}}");
    assertThat(given.has("refused")).as(given.toString()).isFalse();
  }

  @Test
  void commits_are_told_where_they_are_asked_for() {
    JsonNode asked = stop("{\"environment\":\"staging\",\"commits\":true}");
    assertThat(asked.at("/brings/total").isInt()).as(asked.toString()).isTrue();
    assertThat(asked.at("/takesBack/total").asInt()).isZero();
    assertThat(stop("{}").has("brings")).isFalse();
  }

  @Test
  void where_it_does_not_go_it_would_be_refused() {
    assertThat(stop("{\"environment\":\"elsewhere\"}").at("/refused/code").asText())
        .isEqualTo("not-on-route");
    assertThat(house.as(Role.VIEWER).post(PREVIEW, "{\"environment\":\"No Name\"}").status())
        .isEqualTo(400);
  }

  private JsonNode stop(String body) {
    Client.Answered answered = house.as(Role.VIEWER).post(PREVIEW, body);
    assertThat(answered.status()).as(answered.json().toString()).isEqualTo(200);
    return answered.json().at("/items/0");
  }
}
