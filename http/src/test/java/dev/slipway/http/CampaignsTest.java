package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.model.CampaignId;
import dev.slipway.model.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes of overlays that are sent, through the API. */
final class CampaignsTest {

  private static final String CAMPAIGNS = "/api/v1/campaigns";
  private static final String CAPS = "/api/v1/overlays/caps";

  private House house;
  private CampaignId id;

  @BeforeEach
  void open() {
    house = new House();
    Place.filled(house);
    id = Campaigns.begun(house);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void one_tells_what_it_sends_how_fast_and_on_whose_word() {
    JsonNode one = house.as(Role.VIEWER).get(CAMPAIGNS + "/" + id).json();
    assertThat(one.get("overlay").asText()).isEqualTo("caps");
    assertThat(one.get("revision").asInt()).isEqualTo(1);
    assertThat(one.get("state").asText()).isEqualTo("running");
    assertThat(one.at("/pace/atOnce").asText()).isEqualTo("25%");
    assertThat(one.at("/pace/everySeconds").asLong()).isEqualTo(600);
    assertThat(one.at("/confirmed/0").asText()).isEqualTo("production");
  }

  @Test
  void one_that_was_stopped_says_why() {
    Client.Answered stopped =
        house
            .as(Role.ADMIN)
            .post(CAMPAIGNS + "/" + id + "/stop", "{\"reason\":\"Too much memory.\"}");
    assertThat(stopped.status()).as(stopped.json().toString()).isEqualTo(202);
    JsonNode one = house.as(Role.VIEWER).get(CAMPAIGNS).json().at("/items/0");
    assertThat(one.get("state").asText()).isEqualTo("stopped");
    assertThat(one.at("/because/sentence").asText())
        .isEqualTo("Somebody stopped it: Too much memory.");
    assertThat(
            house.as(Role.VIEWER).get(CAMPAIGNS + "/" + id + "/places").json().get("total").asInt())
        .isZero();
  }

  @Test
  void where_all_is_in_force_nothing_is_sent_and_the_preview_is_empty() {
    Client.Answered started =
        house.as(Role.ADMIN).post(CAPS + "/campaigns", "{\"pace\":{\"atOnce\":\"all\"}}");
    assertThat(started.json().at("/because/code").asText()).isEqualTo("nothing-differs");
    assertThat(house.as(Role.VIEWER).get(CAPS + "/places").json().get("total").asInt()).isZero();
  }

  @Test
  void a_pace_that_is_none_is_refused_with_what_may_be_said() {
    Client.Answered refused =
        house.as(Role.ADMIN).post(CAPS + "/campaigns", "{\"pace\":{\"atOnce\":\"most\"}}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().get("code").asText()).isEqualTo("invalid-portion");
    assertThat(
            house
                .as(Role.ADMIN)
                .post(CAPS + "/campaigns", "{\"pace\":{\"everySeconds\":0}}")
                .status())
        .isIn(400, 422);
  }

  @Test
  void what_nobody_knows_is_not_found() {
    assertThat(house.as(Role.ADMIN).post(CAMPAIGNS + "/c-1/stop", "{}").status()).isEqualTo(404);
    assertThat(house.as(Role.ADMIN).get("/api/v1/overlays/other/places").status()).isEqualTo(404);
  }
}
