package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.digest;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.fold.Gated;
import dev.slipway.engine.why.Afresh;
import dev.slipway.engine.why.Explanation;
import dev.slipway.model.OverlayName;
import dev.slipway.model.OwnerName;
import dev.slipway.model.SecretName;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.SecretReference;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.guardrail.GuardrailVerdict;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.Reach;
import dev.slipway.model.layer.Setting;
import dev.slipway.model.layer.SettingName;
import dev.slipway.model.layer.SettingValue;
import dev.slipway.model.state.Outlook.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is sealed may be set after the document that refers to it; until then it is told, and waits.
 */
class UnsealedTest {

  private static final String WEB =
      "services.web.secrets.TOKEN of shop/staging, by application/shop,";

  private static ApplicationDefinition referring(String secret, int version) {
    return Fixtures.shop(
        Fixtures.web("bin/web")
            .with(
                Optional.of(
                    new TreeMap<>(
                        Map.of(
                            "TOKEN",
                            new SecretReference.Sealed(new SecretName(secret), version))))));
  }

  private static Given pushed(String secret, int version) {
    Given given = PushTest.shopAdded();
    PartnerShop.seal(given, "staging", 1);
    given.git.push(MAIN, sha(2), referring(secret, version));
    return given;
  }

  private static Gated.Said said(Given given) {
    return given
        .at("staging")
        .active()
        .orElseThrow()
        .gated()
        .said(GuardrailName.SECRETS)
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          partner-tokn  | 1 | sealed partner-tokn, version 1, and nothing of that name is sealed in staging. Did you mean partner-token? Otherwise set it there: slipway secret set staging partner-tokn.
          db-password   | 1 | sealed db-password, version 1, and nothing of that name is sealed in staging. Set it there: slipway secret set staging db-password.
          partner-token | 3 | sealed partner-token, version 3, and the newest in staging is version 1. Set it there: slipway secret set staging partner-token.
          """)
  void a_deploy_by_hand_and_a_look_ahead_are_refused_with_the_place_and_what_is_called_nearly_so(
      String secret, int version, String lack) {
    String sentence = WEB + " refers to " + lack;
    Given given = pushed(secret, version);
    Command.Deploy deploy = PartnerShop.deploy("staging");

    assertThat(Ahead.of(given, deploy).stops())
        .singleElement()
        .satisfies(stop ->
            assertThat(((Finding.Refused) stop.finding()).because())
                .extracting(because -> because.sentence())
                .containsExactly(sentence));
    Then then = given.when(deploy);
    then.refusedBecause("secret-unsealed");
    assertThat(then.settlement().because().sentence()).isEqualTo(sentence);
  }

  @Test
  void what_is_pushed_waits_for_it_says_who_can_set_it_and_goes_on_once_it_is_set() {
    Given given = pushed("partner-token", 2);

    assertThat(given.whenHinted(MAIN).all(OrderIssued.class)).isEmpty();
    assertThat(said(given).verdict()).isEqualTo(GuardrailVerdict.PENDING);
    assertThat(said(given).because().sentence())
        .startsWith(WEB + " refers to sealed partner-token, version 2, and the newest");
    assertThat(Afresh.explain(given.world(), Given.placement("staging"), given.now()).unmet())
        .singleElement()
        .extracting(Explanation.Unmet::what)
        .isEqualTo("secrets");

    PartnerShop.seal(given, "staging", 2);

    assertThat(said(given).verdict()).isEqualTo(GuardrailVerdict.PASS);
    given.whenConverged(target("staging", "local"));
    assertThat(given.at("staging").inForce().orElseThrow().delivery().change().sha())
        .isEqualTo(sha(2));
  }

  @Test
  void a_version_that_was_removed_comes_again_under_no_number() {
    Given given = pushed("partner-token", 1);
    given.when(PartnerShop.remove("staging", 1));
    assertThat(given.when(PartnerShop.deploy("staging")).settlement().because().sentence())
        .isEqualTo(
            WEB
                + " refers to sealed partner-token, version 1, which was removed from staging. Refer to another version.");
  }

  @Test
  void a_rollback_does_not_wait_for_what_was_removed_since() {
    Given given = pushed("partner-token", 1);
    given.whenHinted(MAIN);
    given.whenConverged(target("staging", "local"));
    given.git.push(MAIN, sha(3), Fixtures.shop(Fixtures.web("bin/web")));
    given.whenHinted(MAIN);
    given.whenConverged(target("staging", "local"));
    given.when(PartnerShop.remove("staging", 1));

    Then back =
        given.when(
            new Command.Rollback(
                Given.placement("staging"), Optional.empty(), Optional.empty(), Optional.empty()));

    assertThat(back.all(OrderIssued.class)).hasSize(1);
  }

  @Test
  void a_document_is_taken_in_and_what_it_refers_to_and_nobody_set_is_told() {
    Given given = new Given();
    String said =
        given.when(Fixtures.apply(referring("partner-token", 1))).settlement().because().sentence();
    assertThat(said)
        .contains("One document was taken in.", WEB, "slipway secret set staging partner-token.")
        .contains("of shop/production", "slipway secret set production partner-token.");

    PartnerShop.seal(given, "staging", 1);
    assertThat(given.when(overlay("partner-token", 1)).settlement().because().sentence())
        .contains("slipway secret set production partner-token.")
        .doesNotContain("slipway secret set staging");
  }

  @Test
  void an_overlay_that_refers_to_one_is_named_with_its_line() {
    Given given = PushTest.shopAdded();
    assertThat(given.when(overlay("db-password", 1)).settlement().because().sentence())
        .contains(
            "services.web.secrets.KEY of shop/staging, by overlay/keys line 4 (revision 1, owner platform), refers to sealed db-password, version 1");
  }

  private static Command overlay(String secret, int version) {
    OverlayDefinition overlay =
        new OverlayDefinition(
            new OverlayName("keys"),
            new OwnerName("platform"),
            new Reach(List.of(), List.of(), List.of(), new TreeMap<>()),
            List.of(),
            List.of(
                new Setting(
                    SettingName.secret("KEY"),
                    new SettingValue.Secret(
                        new SecretReference.Sealed(new SecretName(secret), version)),
                    4)),
            List.of());
    return new Command.Apply(List.of(new Document.OfOverlay(overlay, digest(overlay.toString()))));
  }

  @Test
  void who_refers_to_nothing_sealed_is_not_judged() {
    Given given = PushTest.shopAdded();
    given.git.push(MAIN, sha(2), Fixtures.shop(Fixtures.web("bin/web")));
    given.whenHinted(MAIN);
    assertThat(given.at("staging").active().orElseThrow().gated().said(GuardrailName.SECRETS))
        .isEmpty();
  }
}
