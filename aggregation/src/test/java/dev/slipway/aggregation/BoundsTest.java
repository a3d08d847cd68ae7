package dev.slipway.aggregation;

import static dev.slipway.aggregation.Fixtures.PRODUCTION;
import static dev.slipway.aggregation.Fixtures.WEB;
import static dev.slipway.aggregation.Fixtures.said;
import static dev.slipway.aggregation.Fixtures.service;
import static dev.slipway.aggregation.Fixtures.shop;
import static dev.slipway.aggregation.Fixtures.web;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.definition.ServiceDefinition;
import dev.slipway.model.layer.Bound;
import dev.slipway.model.layer.PinnedOverlay;
import dev.slipway.model.layer.SettingName;
import dev.slipway.model.layer.SettingValue;
import dev.slipway.model.layer.SettingValue.Amount;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What values may be, whoever says them. */
class BoundsTest {

  private static final Placement SHOP_IN_PRODUCTION =
      new Placement(new ApplicationName("shop"), PRODUCTION);

  private static Compiled compiled(ServiceDefinition web, PinnedOverlay... overlays) {
    return Compilation.of(shop(List.of(), web), PRODUCTION, List.of(overlays));
  }

  private static List<String> conflicts(Compiled compiled) {
    return compiled.conflicts().stream()
        .map(conflict -> Wording.of(SHOP_IN_PRODUCTION, conflict))
        .map(Reason::sentence)
        .toList();
  }

  static Stream<Bound> broken() {
    return Stream.of(
        new Bound.Range(SettingName.REPLICAS, Optional.empty(), Optional.of(new Amount(1)), 8),
        new Bound.Range(SettingName.REPLICAS, Optional.of(new Amount(3)), Optional.empty(), 8),
        new Bound.Range(SettingName.MEMORY, Optional.empty(), Optional.of(new Amount(64)), 8),
        new Bound.OneOf(SettingName.STRATEGY, List.of("rolling"), 8),
        new Bound.OneOf(SettingName.variable("GREETING"), List.of("hi", "good day"), 8));
  }

  /** Two replicas, recreated, that say hello and have no limits. */
  @ParameterizedTest
  @MethodSource("broken")
  void what_a_limit_does_not_allow_is_refused_and_never_cut(Bound bound) {
    Compiled compiled =
        compiled(web(said(SettingName.REPLICAS, 5)), Fixtures.limiting("caps", bound));

    assertThat(conflicts(compiled))
        .singleElement()
        .asString()
        .contains("overlay/caps line 8", "owner of-caps");
    assertThat(service(compiled.services(), WEB)).isEqualTo(web(said(SettingName.REPLICAS, 5)));
  }

  static Stream<Bound> kept() {
    return Stream.of(
        new Bound.Range(
            SettingName.REPLICAS, Optional.of(new Amount(2)), Optional.of(new Amount(2)), 8),
        new Bound.Range(SettingName.MEMORY, Optional.of(new Amount(64)), Optional.empty(), 8),
        new Bound.OneOf(SettingName.STRATEGY, List.of("rolling", "recreate"), 8),
        new Bound.OneOf(SettingName.variable("OTHER"), List.of("a"), 8),
        new Bound.Range(
            SettingName.NO_OUTPUT_TIMEOUT,
            Optional.empty(),
            Optional.of(new SettingValue.Time(Duration.ofSeconds(1))),
            8));
  }

  @ParameterizedTest
  @MethodSource("kept")
  void what_a_limit_allows_is_delivered_and_the_limit_is_told(Bound bound) {
    Compiled compiled = compiled(web(), Fixtures.limiting("caps", bound));

    assertThat(compiled.conflicts()).isEmpty();
    assertThat(
            compiled.services().getFirst().values().stream()
                .filter(value -> value.name().equals(bound.name()))
                .flatMap(value -> value.limits().stream())
                .map(Binding::bound))
        .allMatch(bound::equals);
  }

  @Test
  void a_limit_names_who_went_beyond_it() {
    assertThat(
            conflicts(
                compiled(
                    web(said(SettingName.REPLICAS, 5)),
                    Fixtures.limiting(
                        "caps",
                        new Bound.Range(
                            SettingName.REPLICAS,
                            Optional.empty(),
                            Optional.of(new Amount(1)),
                            8)))))
        .containsExactly(
            "services.web.replicas of shop/production is 2 by application/shop line 5;"
                + " overlay/caps line 8 (revision 1, owner of-caps) allows at most 1.");
  }

  @Test
  void a_sum_over_all_applications_is_bound_too() {
    Bound.Total total = new Bound.Total(SettingName.REPLICAS, 5, 8);
    PinnedOverlay caps = Fixtures.limiting("caps", total);
    Compiled shop = compiled(web(said(SettingName.REPLICAS, 5)), caps);
    Map<ApplicationName, Compiled> two =
        Map.of(new ApplicationName("one"), shop, new ApplicationName("two"), shop);

    assertThat(Totals.broken(caps.revision(), total, PRODUCTION, two)).isEmpty();
    assertThat(
            Totals.broken(
                    caps.revision(), new Bound.Total(SettingName.REPLICAS, 3, 8), PRODUCTION, two)
                .map(Reason::sentence))
        .contains(
            "replicas of 2 applications in production come to 4 at each target; overlay/caps line 8"
                + " (revision 1, owner of-caps) allows at most 3 in all.");
    assertThat(
            Totals.broken(
                    caps.revision(),
                    new Bound.Total(SettingName.REPLICAS, 1, 8),
                    PRODUCTION,
                    Map.of(new ApplicationName("one"), shop))
                .map(Reason::sentence))
        .contains(
            "replicas of one application in production come to 2 at each target; overlay/caps line"
                + " 8 (revision 1, owner of-caps) allows at most 1 in all.");
  }
}
