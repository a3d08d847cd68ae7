package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.digest;
import static dev.slipway.engine.Fixtures.environment;
import static dev.slipway.engine.Fixtures.serving;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.OverlayName;
import dev.slipway.model.OwnerName;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.entry.ApplicationDefined;
import dev.slipway.model.entry.EnvironmentDeclared;
import dev.slipway.model.entry.OverlayDeclared;
import dev.slipway.model.layer.Bound;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.Reach;
import dev.slipway.model.layer.Said;
import dev.slipway.model.layer.SettingName;
import dev.slipway.model.layer.SettingValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What one overlay says is held against all that it is for, and against nothing else. */
class OverlayTogetherTest {

  private static final Map<String, String> EU = Map.of("region", "eu");
  private static final Map<String, String> NOTHING = Map.of();

  private static ApplicationDefinition application(String name, int replicas, String... route) {
    return new ApplicationDefinition(
        new ApplicationName(name),
        Optional.empty(),
        List.of(
            Fixtures.served(
                    Fixtures.web("bin/web"), serving(new StrategyDefinition.Recreate(), replicas))
                .saying(List.of(new Said(SettingName.REPLICAS, 4)))),
        Stream.of(route).map(Fixtures::environment).toList(),
        List.of(),
        Optional.empty());
  }

  private static EnvironmentDefinition production(Map<String, String> labels) {
    return new EnvironmentDefinition(
        environment("production"),
        new TreeMap<>(labels),
        false,
        Duration.ofMinutes(5),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static OverlayDefinition caps(
      Bound bound, List<String> applications, Map<String, String> labels) {
    return new OverlayDefinition(
        new OverlayName("caps"),
        new OwnerName("finance"),
        new Reach(applications, List.of("production"), List.of(), new TreeMap<>(labels)),
        List.of(),
        List.of(),
        List.of(bound));
  }

  private static Bound atMost(int replicas) {
    return new Bound.Range(
        SettingName.REPLICAS, Optional.empty(), Optional.of(new SettingValue.Amount(replicas)), 5);
  }

  private static Bound together(int replicas) {
    return new Bound.Total(SettingName.REPLICAS, replicas, 6);
  }

  private static Command apply(OverlayDefinition overlay) {
    return new Command.Apply(List.of(new Document.OfOverlay(overlay, digest(overlay.toString()))));
  }

  private static Given given(ApplicationDefinition... applications) {
    Given given = new Given();
    given.when(Fixtures.apply(production(NOTHING)));
    for (ApplicationDefinition application : applications) {
      given.when(Fixtures.apply(application));
    }
    return given;
  }

  @Test
  void a_sum_counts_all_applications_of_its_environment() {
    Given given =
        given(application("bar", 2, "production"), application("cellar", 3, "production"));

    Then tooLittle = given.when(apply(caps(together(4), List.of(), NOTHING)));

    tooLittle.refusedBecause("beyond-total");
    assertThat(tooLittle.settlement().because().sentence())
        .startsWith("replicas of 2 applications in production come to 5 at each target;");
    given.when(apply(caps(together(5), List.of(), NOTHING))).one(OverlayDeclared.class);
  }

  @Test
  void a_sum_counts_nobody_who_does_not_go_there_or_whom_it_is_not_for() {
    Given given =
        given(
            application("bar", 2, "production"),
            application("cellar", 3, "staging"),
            application("depot", 3, "production"));

    given
        .when(apply(caps(together(2), List.of("bar", "cellar"), NOTHING)))
        .one(OverlayDeclared.class);
    given.when(Fixtures.apply(application("depot", 9, "production"))).one(ApplicationDefined.class);
    given.when(Fixtures.apply(application("bar", 3, "production"))).refusedBecause("beyond-total");
  }

  @Test
  void who_joins_is_counted_before_it_is_taken_in() {
    Given given = given(application("bar", 2, "production"));
    given.when(apply(caps(together(4), List.of(), NOTHING)));

    given
        .when(Fixtures.apply(application("cellar", 3, "production")))
        .refusedBecause("beyond-total");
    given
        .when(Fixtures.apply(application("cellar", 2, "production")))
        .one(ApplicationDefined.class);
  }

  @Test
  void a_label_that_brings_an_overlay_is_refused_where_the_overlay_is_broken() {
    Given given = given(application("bar", 5, "staging", "production"));
    given.when(apply(caps(atMost(3), List.of(), EU))).one(OverlayDeclared.class);

    given.when(Fixtures.apply(production(EU))).refusedBecause("beyond-limit");

    assertThat(
            given
                .world()
                .declared()
                .environment(environment("production"))
                .orElseThrow()
                .definition()
                .labels())
        .isEmpty();
  }

  @Test
  void another_label_brings_no_overlay() {
    Given given = given(application("bar", 5, "staging", "production"));
    given.when(apply(caps(atMost(3), List.of(), EU)));

    given.when(Fixtures.apply(production(Map.of("region", "us")))).one(EnvironmentDeclared.class);
  }

  @Test
  void an_environment_that_nobody_declared_yet_has_no_labels() {
    Given given = new Given();
    given.when(apply(caps(atMost(3), List.of(), EU))).one(OverlayDeclared.class);

    given.when(Fixtures.apply(application("bar", 5, "production"))).one(ApplicationDefined.class);
  }

  @Test
  void who_broke_a_limit_elsewhere_is_no_concern_of_whoever_is_applied() {
    Given given =
        given(application("bar", 5, "production"), application("cellar", 2, "production"));
    given.when(apply(caps(atMost(3), List.of("cellar"), NOTHING))).one(OverlayDeclared.class);

    given.when(Fixtures.apply(application("bar", 6, "production"))).one(ApplicationDefined.class);
    given
        .when(Fixtures.apply(application("cellar", 4, "production")))
        .refusedBecause("beyond-limit");
  }
}
