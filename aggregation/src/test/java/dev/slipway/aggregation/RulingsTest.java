package dev.slipway.aggregation;

import static dev.slipway.aggregation.Fixtures.PRODUCTION;
import static dev.slipway.aggregation.Fixtures.publish;
import static dev.slipway.aggregation.Fixtures.replicas;
import static dev.slipway.aggregation.Fixtures.web;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.OwnerName;
import dev.slipway.model.Placement;
import dev.slipway.model.PolicyName;
import dev.slipway.model.Reason;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.layer.PinnedOverlay;
import dev.slipway.model.layer.PolicyDefinition;
import dev.slipway.model.layer.PolicyRule;
import dev.slipway.model.layer.Reach;
import dev.slipway.model.layer.Revision;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What policies say of services once all that documents say was merged. */
class RulingsTest {

  private static final SortedMap<String, String> LABELS = new TreeMap<>(Map.of("region", "eu"));

  private static PolicyRule rule(String must) {
    return new PolicyRule(must, Optional.empty(), "No.", 5);
  }

  private static Ruling judged(List<PinnedOverlay> overlays, String services, PolicyRule... rules) {
    return rulings(overlays, services, rules).getFirst();
  }

  private static List<Ruling> rulings(
      List<PinnedOverlay> overlays, String services, PolicyRule... rules) {
    ApplicationDefinition shop = Fixtures.shop(List.of(), web(), publish());
    PolicyDefinition policy =
        new PolicyDefinition(
            new PolicyName("house"),
            new OwnerName("security"),
            new Reach(
                List.of(), List.of(), services.isEmpty() ? List.of() : List.of(services), LABELS),
            List.of(rules));
    return Rulings.of(
        List.of(new Revision<>(policy, 3, new Origin.Implied())),
        shop,
        PRODUCTION,
        LABELS,
        Compilation.of(shop, PRODUCTION, overlays));
  }

  private static List<String> services(Ruling ruling) {
    return ruling.breaches().stream().map(breach -> breach.service().value()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "service.kind == \"run\"                                 | ''  | publish",
        "service.kind == \"run\"                                 | web | ",
        "labels.region == \"eu\" && environment == \"production\" | ''  | ",
        "application == \"other\"                                | ''  | publish web",
        "service.variables.GREETING == \"hello\"                 | ''  | publish",
      })
  void every_service_that_it_is_for_is_asked(String must, String services, String broken) {
    String expected = Optional.ofNullable(broken).orElse("");

    assertThat(services(judged(List.of(), services.replace("'", ""), rule(must.strip()))))
        .isEqualTo(Stream.of(expected.split(" ", -1)).filter(it -> !it.isEmpty()).toList());
  }

  @Test
  void a_policy_for_no_service_says_nothing() {
    assertThat(rulings(List.of(), "other", rule("false"))).isEmpty();
  }

  @Test
  void what_others_set_is_what_is_judged() {
    PinnedOverlay many = Fixtures.overlay("many", List.of(), List.of(replicas(9, 3)));

    assertThat(judged(List.of(), "web", rule("service.replicas == 2")).holds()).isTrue();
    assertThat(judged(List.of(many), "web", rule("service.replicas == 9")).holds()).isTrue();
  }

  @Test
  void a_rule_is_asked_only_where_it_applies() {
    PolicyRule two =
        new PolicyRule("service.replicas >= 3", Optional.of("service.kind == 'run'"), "No.", 5);
    PolicyRule never = new PolicyRule("false", Optional.of("false"), "No.", 6);

    assertThat(services(judged(List.of(), "", two, never))).containsExactly("web");
  }

  @Test
  void what_cannot_be_judged_is_a_breach_that_says_so() {
    Ruling ruling = judged(List.of(), "web", rule("service.limits.memory < 4"), rule("1 +"));
    PolicyRule nowhere = new PolicyRule("true", Optional.of("service.limits.memory < 4"), "No.", 5);

    assertThat(ruling.breaches()).allMatch(breach -> breach.unclear().isPresent()).hasSize(2);
    assertThat(judged(List.of(), "web", nowhere).holds()).isFalse();
  }

  @Test
  void a_reason_names_the_service_the_rule_its_owner_and_how_often_more() {
    Reason because =
        Wording.of(
                new Placement(Fixtures.shop(List.of(), web()).name(), PRODUCTION),
                judged(List.of(), "", rule("service.replicas > 7"), rule("false")))
            .orElseThrow();

    assertThat(because.code()).isEqualTo("policy-unclear");
    assertThat(because.sentence())
        .isEqualTo(
            "services.publish of shop/production cannot be judged by policy/house line 5 (revision"
                + " 3, owner security): it asks for something that nobody says; ask has(…), or"
                + " '…' in, before it. What cannot be judged is not let through. The same policy"
                + " says no 3 more times.");
  }

  @Test
  void of_one_more_it_says_so() {
    Reason because =
        Wording.of(
                new Placement(Fixtures.shop(List.of(), web()).name(), PRODUCTION),
                judged(List.of(), "web", rule("false"), rule("1 > 2")))
            .orElseThrow();

    assertThat(because.sentence()).endsWith(" The same policy says no once more.");
  }
}
