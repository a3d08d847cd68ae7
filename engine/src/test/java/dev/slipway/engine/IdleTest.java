package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.SHOP;
import static dev.slipway.engine.Fixtures.digest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.layer.Idle;
import dev.slipway.model.OverlayName;
import dev.slipway.model.OwnerName;
import dev.slipway.model.PolicyName;
import dev.slipway.model.Reason;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.OverlayDeclared;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.PolicyDefinition;
import dev.slipway.model.layer.PolicyRule;
import dev.slipway.model.layer.Reach;
import dev.slipway.model.layer.Setting;
import dev.slipway.model.layer.SettingName;
import dev.slipway.model.layer.SettingValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What overlays and policies are for may be misspelt; it is taken, and told. */
class IdleTest {

  private static List<String> words(@Nullable String text) {
    return text == null ? List.of() : List.of(text.split(" "));
  }

  private static Reach reach(
      @Nullable String applications, @Nullable String environments, @Nullable String services) {
    return new Reach(words(applications), words(environments), words(services), new TreeMap<>());
  }

  private static OverlayDefinition overlay(Reach reach) {
    return new OverlayDefinition(
        new OverlayName("caps"),
        new OwnerName("finance"),
        reach,
        List.of(new Setting(SettingName.REPLICAS, new SettingValue.Amount(2), 4)),
        List.of(),
        List.of());
  }

  private static PolicyDefinition policy(Reach reach) {
    return new PolicyDefinition(
        new PolicyName("small"),
        new OwnerName("platform"),
        reach,
        List.of(new PolicyRule("service.replicas < 5", Optional.empty(), "Too many.", 1)));
  }

  private static Command apply(OverlayDefinition overlay) {
    return new Command.Apply(List.of(new Document.OfOverlay(overlay, digest(overlay.toString()))));
  }

  private static String said(Given given, Command command) {
    Settlement settlement = given.when(command).settlement();
    assertThat(settlement).isInstanceOf(Settlement.Followed.class);
    return settlement.because().sentence();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          shpo |           |     | no application is called shpo
          a* b |           |     | no application is called a* or b
               | prodution |     | shop goes to no environment called prodution
               |           | wbe | shop has no service called wbe
          shop | staging   | wbe | shop has no service called wbe
          """)
  void one_that_is_for_nothing_is_taken_with_a_warning(
      String applications, String environments, String services, String why) {
    Given given = PushTest.shopAdded();
    Command command = apply(overlay(reach(applications, environments, services)));
    assertThat(said(given, command))
        .isEqualTo(
            "One document was taken in. overlay/caps is for nothing that there is now: %s. It counts once there is."
                .formatted(why));
    assertThat(given.world().declared().overlay(new OverlayName("caps"))).isPresent();
    assertThat(given.when(command).settlement().because().sentence())
        .startsWith("Everything is declared exactly so. overlay/caps is for nothing");
  }

  @Test
  void labels_that_no_environment_has_are_told() {
    Reach reach = new Reach(List.of(), List.of(), List.of(), new TreeMap<>(Map.of("tier", "gold")));
    assertThat(said(PushTest.shopAdded(), apply(overlay(reach))))
        .contains("shop goes to no environment with the labels {tier=gold}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
               |         |
          shop |         |
          sh*  | prod*   | web
          none shop | staging none | none web
          """)
  void one_that_is_for_something_is_taken_without(
      String applications, String environments, String services) {
    assertThat(
            said(PushTest.shopAdded(), apply(overlay(reach(applications, environments, services)))))
        .doesNotContain("for nothing");
  }

  @Test
  void before_there_is_any_application_that_is_said() {
    assertThat(said(new Given(), apply(overlay(reach(null, null, null)))))
        .contains("overlay/caps is for nothing that there is now: there is no application yet.");
  }

  @Test
  void a_policy_is_told_of_likewise() {
    PolicyDefinition policy = policy(reach("shpo", null, null));
    Document document = new Document.OfPolicy(policy, digest(policy.toString()));
    assertThat(said(PushTest.shopAdded(), new Command.Apply(List.of(document))))
        .contains("policy/small is for nothing that there is now: no application is called shpo.");
  }

  @Test
  void what_was_for_something_until_now_is_told_of_and_what_was_for_nothing_before_is_not() {
    Given given = new Given();
    given.when(Fixtures.apply(Fixtures.shop(Fixtures.web("bin/web"))));
    given.when(apply(overlay(reach(null, null, "web"))));
    ApplicationDefinition renamed = Fixtures.shop(Fixtures.command("worker", "bin/worker"));
    assertThat(said(given, Fixtures.apply(renamed)))
        .contains("overlay/caps is for nothing that there is now: shop has no service called web.");
    assertThat(
            said(
                given,
                Fixtures.apply(Fixtures.shop(Fixtures.command("worker", "bin/worker", "2")))))
        .doesNotContain("for nothing");
  }

  @Test
  void a_preview_tells_what_a_document_would_leave_without_anything() {
    Given given = PushTest.shopAdded();
    given.when(apply(overlay(reach("shop", null, "web")))).then(OverlayDeclared.class);
    assertThat(Idle.of(given.world(), Fixtures.shop(Fixtures.web("bin/web")))).isEmpty();
    assertThat(Idle.of(given.world(), Fixtures.shop(Fixtures.command("worker", "bin/worker"))))
        .extracting(Reason::code)
        .containsExactly("for-nothing");
    assertThat(given.world().declared().application(SHOP)).isPresent();
  }
}
