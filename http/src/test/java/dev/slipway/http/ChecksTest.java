package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.model.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What build servers report through the API. */
final class ChecksTest {

  private static final String STAGING = "/api/v1/applications/shop/environments/staging";

  private House house;

  @BeforeEach
  void open() {
    house = new House();
    Place.guarded(house, "{checks: {required: [\"Build (Java 25)\"], deadline: 1h}}");
  }

  @AfterEach
  void close() {
    house.close();
  }

  private JsonNode delivery() {
    return house.as(Role.VIEWER).get(STAGING + "/deliveries/1").json();
  }

  private Client.Answered report(String more) {
    String sha = delivery().at("/delivery/sha").asText();
    String body = "{\"sha\":\"" + sha + "\",\"name\":\"Build (Java 25)\"" + more + "}";
    return house.as(Role.REPORTER).post("/api/v1/applications/shop/checks", body);
  }

  @Test
  void waiting_for_a_check_is_seen_and_a_green_one_starts_it() {
    assertThat(delivery().at("/delivery/state").asText()).isEqualTo("waiting");
    assertThat(delivery().at("/delivery/because/code").asText()).isEqualTo("check-absent");
    assertThat(delivery().at("/guardrails/0/name").asText()).isEqualTo("check Build (Java 25)");
    assertThat(report(",\"state\":\"pending\"").status()).isEqualTo(202);
    assertThat(delivery().at("/delivery/because/code").asText()).isEqualTo("check-pending");
    assertThat(report(",\"state\":\"success\",\"url\":\"https://ci.example/1\"").status())
        .isEqualTo(202);
    assertThat(delivery().at("/delivery").has("startedAt")).isTrue();
    assertThat(delivery().at("/guardrails/0/verdict").asText()).isEqualTo("pass");
  }

  @Test
  void a_red_one_ends_it_and_why_said_who_could_have_helped() {
    JsonNode unmet = house.as(Role.VIEWER).get(STAGING + "/why").json().at("/unmet/0");
    assertThat(unmet.at("/what").asText()).isEqualTo("check Build (Java 25)");
    assertThat(unmet.at("/ways/0/role").asText()).isEqualTo("reporter");
    assertThat(unmet.at("/ways/0/command").asText())
        .startsWith("slipway check shop --sha ")
        .endsWith(" --name 'Build (Java 25)' --state success");
    report(",\"state\":\"failure\",\"description\":\"3 tests failed\"");
    assertThat(delivery().at("/guardrails/0/verdict").asText()).isEqualTo("fail");
    assertThat(delivery().at("/delivery/because/code").asText()).isEqualTo("check-red");
  }

  @Test
  void what_is_no_report_is_refused_with_its_reason_and_changes_nothing() {
    assertThat(report(",\"state\":\"green\"").status()).isEqualTo(400);
    assertThat(report(",\"state\":\"success\",\"url\":\"javascript:alert(1)\"").status())
        .isEqualTo(400);
    assertThat(
            report(",\"state\":\"success\",\"description\":\"" + "x".repeat(141) + "\"").status())
        .isEqualTo(400);
    assertThat(report(",\"state\":\"success\",\"at\":\"2999-01-01T00:00:00Z\"").json().get("code"))
        .hasToString("\"check-ahead-of-time\"");
    assertThat(
            house
                .as(Role.REPORTER)
                .post(
                    "/api/v1/applications/nothing/checks",
                    "{\"sha\":\"" + "a".repeat(40) + "\",\"name\":\"b\",\"state\":\"success\"}")
                .status())
        .isEqualTo(404);
    assertThat(delivery().at("/delivery/because/code").asText()).isEqualTo("check-absent");
  }
}
