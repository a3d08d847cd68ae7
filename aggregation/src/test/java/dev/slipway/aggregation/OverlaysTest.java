package dev.slipway.aggregation;

import static dev.slipway.aggregation.Fixtures.PRODUCTION;
import static dev.slipway.aggregation.Fixtures.STAGING;
import static dev.slipway.aggregation.Fixtures.WEB;
import static dev.slipway.aggregation.Fixtures.overlay;
import static dev.slipway.aggregation.Fixtures.publish;
import static dev.slipway.aggregation.Fixtures.replicas;
import static dev.slipway.aggregation.Fixtures.said;
import static dev.slipway.aggregation.Fixtures.service;
import static dev.slipway.aggregation.Fixtures.shop;
import static dev.slipway.aggregation.Fixtures.value;
import static dev.slipway.aggregation.Fixtures.variable;
import static dev.slipway.aggregation.Fixtures.web;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.definition.ServiceDefinition;
import dev.slipway.model.layer.PinnedOverlay;
import dev.slipway.model.layer.Reach;
import dev.slipway.model.layer.ServicePart;
import dev.slipway.model.layer.Setting;
import dev.slipway.model.layer.SettingName;
import dev.slipway.model.layer.SettingValue.Amount;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What others than its application say of a service. */
class OverlaysTest {

  private static final List<Setting> NOTHING = List.of();
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

  /** Who says how many replicas, from the weakest to the strongest, and who is followed. */
  @ParameterizedTest
  @CsvSource({
    // set, own, part, require, counts
    ",,,,2",
    "3,,,,3",
    "3,4,,,4",
    "3,4,5,,5",
    "3,,5,,5",
    "3,4,5,6,6",
    "3,,,6,6",
    ",4,,6,6",
  })
  void the_strongest_word_counts(
      @Nullable Integer set,
      @Nullable Integer own,
      @Nullable Integer part,
      @Nullable Integer require,
      long counts) {
    ServiceDefinition web =
        own == null ? web() : Fixtures.withReplicas(web(said(SettingName.REPLICAS, 5)), own);
    List<ServicePart> parts =
        part == null
            ? List.of()
            : List.of(new ServicePart(PRODUCTION, WEB, List.of(replicas(part, 12))));
    PinnedOverlay defaults = overlay("a", settings(set), NOTHING);
    PinnedOverlay requirements = overlay("b", NOTHING, settings(require));

    Compiled compiled =
        Compilation.of(shop(parts, web), PRODUCTION, List.of(requirements, defaults));

    assertThat(compiled.conflicts()).isEmpty();
    assertThat(value(compiled.services(), WEB, SettingName.REPLICAS).word().value())
        .isEqualTo(new Amount(counts));
  }

  private static List<Setting> settings(@Nullable Integer replicas) {
    return replicas == null ? NOTHING : List.of(replicas(replicas, 7));
  }

  @Test
  void what_was_overruled_is_told_the_strongest_first() {
    Resolved replicas =
        value(
            compiled(
                    web(said(SettingName.REPLICAS, 5)),
                    overlay("a", List.of(replicas(3, 7)), NOTHING),
                    overlay("b", NOTHING, List.of(replicas(6, 8))))
                .services(),
            WEB,
            SettingName.REPLICAS);

    assertThat(replicas.word().voice()).isInstanceOf(Voice.Requirement.class);
    assertThat(replicas.overrode())
        .extracting(Word::value)
        .containsExactly(new Amount(2), new Amount(3));
  }

  @Test
  void requirements_that_differ_name_both_documents_lines_and_owners() {
    assertThat(
            conflicts(
                compiled(
                    web(),
                    overlay("a", NOTHING, List.of(replicas(3, 7))),
                    overlay("b", NOTHING, List.of(replicas(4, 9))))))
        .containsExactly(
            "services.web.replicas of shop/production: overlay/a line 7 (revision 1, owner of-a)"
                + " requires 3, and overlay/b line 9 (revision 1, owner of-b) requires 4. Nothing is"
                + " taken in until they agree.");
  }

  @Test
  void requirements_that_agree_are_followed() {
    assertThat(
            compiled(
                    web(),
                    overlay("a", NOTHING, List.of(replicas(3, 7))),
                    overlay("b", NOTHING, List.of(replicas(3, 9))))
                .conflicts())
        .isEmpty();
  }

  @Test
  void defaults_that_differ_are_in_conflict_where_the_application_says_nothing() {
    PinnedOverlay one = overlay("a", List.of(replicas(3, 7)), NOTHING);
    PinnedOverlay other = overlay("b", List.of(replicas(4, 9)), NOTHING);

    assertThat(conflicts(compiled(web(), one, other)))
        .singleElement()
        .asString()
        .contains("overlay/a line 7", "owner of-a", "overlay/b line 9", "owner of-b");
    assertThat(compiled(web(said(SettingName.REPLICAS, 5)), one, other).conflicts()).isEmpty();
  }

  @Test
  void an_overlay_for_other_services_or_environments_says_nothing() {
    Reach others = new Reach(List.of(), List.of(), List.of("db", "w?"), new TreeMap<>());
    PinnedOverlay services = overlay("a", others, List.of(variable("LEVEL", "warn", 7)), NOTHING);
    PinnedOverlay environments =
        new PinnedOverlay(
            overlay("b", List.of(variable("LEVEL", "warn", 7)), NOTHING).revision(),
            List.of(STAGING));

    assertThat(service(compiled(web(), services, environments).services(), WEB).variables())
        .doesNotContainKey("LEVEL");
  }

  @ParameterizedTest
  @CsvSource({
    "'',      production, true",
    "prod*,   production, true",
    "staging, production, false",
    "'*',     staging,    true",
  })
  void environments_are_chosen_by_patterns(String pattern, String name, boolean reaches) {
    Reach reach =
        new Reach(
            List.of(),
            pattern.isEmpty() ? List.of() : List.of(pattern),
            List.of(),
            new TreeMap<>());

    assertThat(Reaches.reaches(reach, new EnvironmentName(name), new TreeMap<>()))
        .isEqualTo(reaches);
  }

  @Test
  void an_environment_has_to_have_every_label() {
    Reach reach =
        new Reach(
            List.of(), List.of(), List.of(), new TreeMap<>(Map.of("region", "eu", "tier", "1")));

    assertThat(
            Reaches.reaches(
                reach, PRODUCTION, new TreeMap<>(Map.of("region", "eu", "tier", "1", "a", "b"))))
        .isTrue();
    assertThat(Reaches.reaches(reach, PRODUCTION, new TreeMap<>(Map.of("region", "eu")))).isFalse();
  }

  @Test
  void the_order_in_which_documents_come_changes_nothing() {
    List<PinnedOverlay> overlays =
        List.of(
            overlay("a", List.of(replicas(3, 7)), NOTHING),
            overlay("b", List.of(variable("LEVEL", "warn", 7)), NOTHING),
            overlay("c", NOTHING, List.of(variable("TLS", "on", 7))));

    assertThat(Compilation.of(shop(List.of(), publish(), web()), PRODUCTION, overlays.reversed()))
        .isEqualTo(Compilation.of(shop(List.of(), web(), publish()), PRODUCTION, overlays));
  }
}
