package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Two organisations on one server; and readers who may see a part only. */
final class TenancyTest {

  private static House house;
  private static Place place;

  @BeforeAll
  static void open() {
    house = new House();
    place = Place.filled(house);
    house.as(Role.VIEWER).post("/api/v1/feedback", "{\"page\":\"/queue\",\"text\":\"good\"}");
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @TestFactory
  Stream<DynamicTest> every_id_of_ours_is_unknown_to_an_admin_of_theirs() {
    Client theirs = house.as(House.THEIRS, Role.ADMIN);
    return house.routes().stream()
        .filter(route -> route.path().contains("{") && route.path().startsWith("/api/"))
        .map(route ->
            DynamicTest.dynamicTest(
                route.method() + " " + route.path(),
                () -> {
                  String path = place.fresh(house, route.path());
                  Client.Answered foreign = theirs.send(route.method(), path, "", "");
                  assertThat(foreign.status()).as(foreign.json().toString()).isEqualTo(404);
                }));
  }

  @Test
  void an_unknown_id_is_answered_as_a_foreign_one_is() {
    Client theirs = house.as(House.THEIRS, Role.ADMIN);
    Client.Answered foreign = theirs.get("/api/v1/applications/shop");
    Client.Answered unknown = theirs.get("/api/v1/applications/nothing");
    assertThat(foreign.status()).isEqualTo(unknown.status());
    assertThat(foreign.json().get("detail")).isEqualTo(unknown.json().get("detail"));
  }

  @TestFactory
  Stream<DynamicTest> lists_of_theirs_hold_nothing_of_ours() {
    return Stream.of(
            "applications",
            "environments",
            "targets",
            "placements",
            "shipments",
            "queue",
            "events",
            "feedback",
            "hooks")
        .map(list ->
            DynamicTest.dynamicTest(
                list,
                () ->
                    assertThat(
                            house
                                .as(House.THEIRS, Role.ADMIN)
                                .get("/api/v1/" + list)
                                .json()
                                .get("total")
                                .asLong())
                        .isZero()));
  }

  @Test
  void no_parameter_and_no_header_names_the_organisation() {
    Client theirs =
        house
            .as(House.THEIRS, Role.ADMIN)
            .with("X-Organisation", "main")
            .with("Slipway-Organisation", "main");
    assertThat(theirs.get("/api/v1/whoami?organisation=main").json().get("organisation").asText())
        .isEqualTo("theirs");
    assertThat(theirs.get("/api/v1/applications?organisation=main").json().get("total").asLong())
        .isZero();
  }

  @Test
  void a_reader_of_one_application_sees_that_one_only() {
    ActorId reader = new ActorId("reader-of-shop");
    house.issue(
        House.OURS, reader, Role.VIEWER, new Scope.OfApplication(new ApplicationName("shop")));
    house.grant(House.OURS, reader, "reader");
    Client client = new Client(house.server.port(), Map.of("Authorization", "Bearer reader"));
    assertThat(client.get("/api/v1/applications").json().get("total").asLong()).isEqualTo(1);
    assertThat(client.get("/api/v1/environments").json().get("total").asLong()).isZero();
    assertThat(client.get("/api/v1/environments/staging").status()).isEqualTo(404);
    assertThat(client.get("/api/v1/placements").json().get("total").asLong()).isEqualTo(2);
    assertThat(client.get(place.fill("/api/v1/events/{position}")).status()).isEqualTo(404);
  }
}
