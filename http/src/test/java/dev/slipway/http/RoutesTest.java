package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every route, and what each role gets there. */
final class RoutesTest {

  /**
   * Who is let in where: + is let in, and gets an answer about the thing itself; - is refused with
   * 403, and ! with 401. A reporter is let in where a viewer is, and where it is said apart.
   */
  private static final String TABLE =
      """
      method path                                                                      viewer deployer approver owner admin agent none
      GET    /api/v1/applications                                                      + + + + + + !
      POST   /api/v1/applications                                                      - - - + + - !
      GET    /api/v1/applications/{application}                                        + + + + + h !
      DELETE /api/v1/applications/{application}                                        - - - + + h !
      POST   /api/v1/applications/{application}/deploy                                 - + + + + h !
      POST   /api/v1/applications/{application}/checks                                 - + + + + h !
      POST   /api/v1/applications/{application}/triggers/test                          + + + + + h !
      POST   /api/v1/applications/{application}/preview                                + + + + + h !
      POST   /api/v1/whatif                                                            - + + + + - !
      GET    /api/v1/whatif/{replay}                                                   - h h h h - !
      POST   /api/v1/documents                                                         - - - + + - !
      POST   /api/v1/documents/validate                                                + + + + + + !
      GET    /api/v1/owners                                                            + + + + + + !
      GET    /api/v1/overlays                                                          + + + + + + !
      GET    /api/v1/overlays/{overlay}                                                + + + + + h !
      POST   /api/v1/overlays/{overlay}/revert                                         - - - - + - !
      POST   /api/v1/overlays/{overlay}/campaigns                                      - - - - + - !
      GET    /api/v1/overlays/{overlay}/places                                         + + + + + + !
      GET    /api/v1/campaigns                                                         + + + + + + !
      GET    /api/v1/campaigns/{campaign}                                              + + + + + h !
      GET    /api/v1/campaigns/{campaign}/places                                       + + + + + h !
      POST   /api/v1/campaigns/{campaign}/stop                                         - - - - + - !
      POST   /api/v1/campaigns/{campaign}/resume                                       - - - - + - !
      GET    /api/v1/policies                                                          + + + + + + !
      GET    /api/v1/policies/{policy}                                                 + + + + + h !
      POST   /api/v1/policies/{policy}/revert                                          - - - - + - !
      GET    /api/v1/notifications                                                     + + + + + + !
      DELETE /api/v1/notifications/{notification}                                      - - - - + - !
      POST   /api/v1/notifications/{notification}/test                                 - - - - + - !
      GET    /api/v1/environments                                                      + + + + + + !
      GET    /api/v1/environments/{environment}                                        + + + + + h !
      DELETE /api/v1/environments/{environment}/secret-key                             - - - + + h !
      GET    /api/v1/environments/{environment}/secrets                                + + + + + h !
      GET    /api/v1/environments/{environment}/secrets/{secret}                       + + + + + h !
      POST   /api/v1/environments/{environment}/secrets/{secret}                       - - - + + h !
      GET    /api/v1/environments/{environment}/secrets/{secret}/next                  + + + + + h !
      DELETE /api/v1/environments/{environment}/secrets/{secret}/{version}             - - - + + h !
      GET    /api/v1/targets                                                           + + + + + + !
      GET    /api/v1/environments/{environment}/targets/{target}                       + + + + + h !
      DELETE /api/v1/environments/{environment}/targets/{target}                       - - - + + h !
      POST   /api/v1/environments/{environment}/targets/{target}/pause                 - + + + + h !
      POST   /api/v1/environments/{environment}/targets/{target}/resume                - + + + + h !
      POST   /api/v1/environments/{environment}/targets/{target}/join-tokens           - - - + + h !
      GET    /api/v1/placements                                                        + + + + + + !
      GET    /api/v1/applications/{application}/environments/{environment}             + + + + + h !
      POST   /api/v1/applications/{application}/environments/{environment}/pause       - + + + + h !
      POST   /api/v1/applications/{application}/environments/{environment}/resume      - + + + + h !
      POST   /api/v1/applications/{application}/environments/{environment}/stop        - - - + + h !
      POST   /api/v1/applications/{application}/environments/{environment}/queue/{shipment}/move  - + + + + h !
      DELETE /api/v1/applications/{application}/environments/{environment}/queue/{shipment}  - + + + + h !
      GET    /api/v1/applications/{application}/environments/{environment}/changes     + + + + + h !
      GET    /api/v1/applications/{application}/environments/{environment}/inclusion   + + + + + h !
      GET    /api/v1/applications/{application}/environments/{environment}/external    + + + + + h !
      POST   /api/v1/applications/{application}/environments/{environment}/external    - + + + + h !
      GET    /api/v1/applications/{application}/environments/{environment}/rollback/choices + + + + + h !
      GET    /api/v1/applications/{application}/environments/{environment}/rollback    + + + + + h !
      POST   /api/v1/applications/{application}/environments/{environment}/rollback    - + + + + h !
      GET    /api/v1/applications/{application}/environments/{environment}/deliveries  + + + + + h !
      GET    /api/v1/applications/{application}/environments/{environment}/deliveries/{number}  + + + + + h !
      GET    /api/v1/applications/{application}/environments/{environment}/deliveries/{number}/difference  + + + + + h !
      POST   /api/v1/applications/{application}/environments/{environment}/deliveries/{number}/settle  - + + + + h !
      GET    /api/v1/applications/{application}/environments/{environment}/deliveries/{number}/logs  + + + + + h !
      GET    /api/v1/applications/{application}/environments/{environment}/deliveries/{number}/logs/{log}  + + + + + h !
      POST   /api/v1/applications/{application}/environments/{environment}/deliveries/{number}/continue  - + + + + h !
      POST   /api/v1/applications/{application}/environments/{environment}/deliveries/{number}/exclude  - + + + + h !
      POST   /api/v1/applications/{application}/environments/{environment}/deliveries/{number}/cancel  - + + + + h !
      POST   /api/v1/applications/{application}/environments/{environment}/deliveries/{number}/pass-limit  - - - + + h !
      POST   /api/v1/applications/{application}/environments/{environment}/deliveries/{number}/bypass  - - - + + h !
      POST   /api/v1/applications/{application}/environments/{environment}/deliveries/{number}/pass-failure  - + + + + h !
      GET    /api/v1/resources                                                         + + + + + + !
      POST   /api/v1/resources/{resource}/version                                      - + + + + - !
      GET    /api/v1/sets                                                              + + + + + + !
      POST   /api/v1/sets                                                              - + + + + - !
      GET    /api/v1/sets/{set}                                                        + + + + + h !
      POST   /api/v1/sets/{set}/cancel                                                 - + + + + h !
      GET    /api/v1/sets/{set}/rollback                                               + + + + + h !
      POST   /api/v1/sets/{set}/rollback                                               - + + + + h !
      GET    /api/v1/shipments                                                         + + + + + + !
      GET    /api/v1/shipments/{shipment}                                              + + + + + h !
      POST   /api/v1/shipments/{shipment}/cancel                                       - + + + + h !
      GET    /api/v1/queue                                                             + + + + + + !
      GET    /api/v1/events                                                            + + + + + + !
      GET    /api/v1/events/{position}                                                 + + + + + h !
      GET    /api/v1/activity                                                          + + + + + + !
      GET    /api/v1/entries/{position}                                                + + + + + h !
      GET    /api/v1/changes                                                           + + + + + + !
      GET    /api/v1/tokens                                                            - - - - + - !
      POST   /api/v1/tokens                                                            - - - - + - !
      DELETE /api/v1/tokens/{token}                                                    - - - - + - !
      GET    /api/v1/locks                                                             + + + + + + !
      POST   /api/v1/locks                                                             - + + + + - !
      DELETE /api/v1/locks/{lock}                                                      - - - + + - !
      GET    /api/v1/applications/{application}/environments/{environment}/deliveries/{number}/ballot  + + + + + h !
      POST   /api/v1/applications/{application}/environments/{environment}/deliveries/{number}/approve  - - + + + h !
      POST   /api/v1/applications/{application}/environments/{environment}/deliveries/{number}/reject  - - + + + h !
      GET    /api/v1/applications/{application}/environments/{environment}/why         + + + + + h !
      GET    /api/v1/applications/{application}/environments/{environment}/explanation + + + + + h !
      GET    /api/v1/people                                                            - - - - + - !
      POST   /api/v1/people                                                            - - - - + - !
      POST   /api/v1/people/{person}/links                                             - - - - + - !
      DELETE /api/v1/people/{person}                                                   - - - - + - !
      GET    /api/v1/groups                                                            + + + + + + !
      POST   /api/v1/groups/{group}/members/{person}                                   - - - + + - !
      DELETE /api/v1/groups/{group}/members/{person}                                   - - - + + - !
      GET    /api/v1/feedback                                                          - - - + + - !
      POST   /api/v1/feedback                                                          + + + + + - !
      DELETE /api/v1/feedback/{feedback}                                               - - - + + - !
      POST   /api/v1/tokens/exchange                                                   ! ! ! ! ! ! !
      GET    /api/v1/trusts                                                            - - - + + - !
      POST   /api/v1/trusts                                                            - - - + + - !
      DELETE /api/v1/trusts/{trust}                                                    - - - + + - !
      GET    /api/v1/hooks                                                             - - - - + - !
      POST   /api/v1/hooks                                                             - - - - + - !
      DELETE /api/v1/hooks/{hook}                                                      - - - - + - !
      GET    /api/v1/whoami                                                            + + + + + + !
      GET    /api/v1/version                                                           + + + + + + !
      POST   /api/v1/session                                                           ! ! ! ! ! ! !
      DELETE /api/v1/session                                                           + + + + + + !
      POST   /api/0/{application}/deploy                                               - + + + + h !
      GET    /healthz                                                                  + + + + + + +
      POST   /hooks/{kind}/{hook}                                                      h h h h h h h
      POST   /agent/v1/enrol                                                           ! ! ! ! ! ! !
      POST   /agent/v1/sync                                                            ! ! ! ! ! ! !
      POST   /agent/v1/logs                                                            ! ! ! ! ! ! !
      POST   /agent/v1/secrets                                                         ! ! ! ! ! ! !
      GET    /agent/v1/blobs/{digest}                                                  ! ! ! ! ! ! !
      """;

  private static final Set<String> REPORTS = Set.of(RouteBodies.CHECKS, RouteBodies.VERSION);

  private static House house;
  private static Place place;

  @BeforeAll
  static void open() {
    house = new House();
    place = Place.filled(house);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static List<String[]> rows() {
    return TABLE.lines().skip(1).map(line -> line.strip().split("\\s+", -1)).toList();
  }

  private static List<String> columns() {
    return Arrays.asList(TABLE.lines().findFirst().orElseThrow().strip().split("\\s+", -1))
        .subList(2, 9);
  }

  @Test
  void no_route_is_missing_from_the_table() {
    assertThat(rows().stream().map(row -> row[0] + " " + row[1]))
        .containsExactlyInAnyOrderElementsOf(
            house.routes().stream().map(route -> route.method() + " " + route.path()).toList());
  }

  @Test
  void the_contract_has_the_same_routes_and_least_roles() {
    Map<String, String> described = new TreeMap<>();
    OpenApi.paths()
        .forEach((path, methods) ->
            OpenApi.map(methods)
                .forEach((method, operation) ->
                    described.put(
                        method.toUpperCase(Locale.ROOT) + " " + path,
                        (String) OpenApi.map(operation).get("x-least-role"))));
    Map<String, String> served = new TreeMap<>();
    house
        .routes()
        .forEach(route ->
            served.put(
                route.method() + " " + route.path(),
                route.least().map(role -> role.name().toLowerCase(Locale.ROOT)).orElse("none")));
    assertThat(served).isEqualTo(described);
  }

  @TestFactory
  Stream<DynamicTest> every_role_gets_at_every_route_what_the_table_says() {
    return rows().stream()
        .filter(row -> !row[1].endsWith("/changes"))
        .map(row ->
            DynamicTest.dynamicTest(
                row[0] + " " + row[1],
                () -> {
                  judge(
                      row, "reporter", REPORTS.contains(row[0] + " " + row[1]) ? '+' : viewer(row));
                  for (int i = 0; i < columns().size(); i++) {
                    judge(row, columns().get(i), row[2 + i].charAt(0));
                  }
                }));
  }

  private static char viewer(String[] row) {
    return row[2 + columns().indexOf("viewer")].charAt(0);
  }

  private static void judge(String[] row, String role, char expected) {
    String route = row[0] + " " + row[1];
    String path = place.fresh(house, row[1]);
    if (route.startsWith("POST /api/0/")) {
      path += "?env=staging";
    }
    String body = RouteBodies.BY_ROUTE.getOrDefault(route, "");
    Client client =
        role.equals("none")
            ? house.asNobody()
            : house.as(Role.valueOf(role.toUpperCase(Locale.ROOT)));
    Client.Answered answered =
        client.send(row[0], path, body.isEmpty() ? "" : "application/json", body);
    String said = route + " as " + role + ": " + answered.status() + " " + answered.json();
    switch (expected) {
      case '+' -> assertThat(answered.status()).as(said).isNotIn(401, 403, 404, 500);
      case '-' -> assertThat(answered.status()).as(said).isEqualTo(403);
      case '!' -> assertThat(answered.status()).as(said).isEqualTo(401);
      case 'h' -> assertThat(answered.status()).as(said).isEqualTo(404);
      default -> throw new AssertionError(said);
    }
  }

  @Test
  void the_table_knows_every_role() {
    assertThat(Stream.concat(columns().stream(), Stream.of("reporter")))
        .containsAll(
            Arrays.stream(Role.values()).map(role -> role.name().toLowerCase(Locale.ROOT)).toList())
        .contains("none");
  }
}
