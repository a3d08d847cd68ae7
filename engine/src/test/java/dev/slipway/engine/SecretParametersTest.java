package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.environment;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.PartnerShop.PARTNER;
import static dev.slipway.engine.PartnerShop.delivered;
import static dev.slipway.engine.PartnerShop.deploy;
import static dev.slipway.engine.PartnerShop.given;
import static dev.slipway.engine.PartnerShop.in;
import static dev.slipway.engine.PartnerShop.pinned;
import static dev.slipway.engine.PartnerShop.remove;
import static dev.slipway.engine.PartnerShop.seal;
import static dev.slipway.engine.PartnerShop.token;
import static dev.slipway.engine.PartnerShop.unwritable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.slipway.model.Reason;
import dev.slipway.model.SecretName;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ParameterDefinition;
import dev.slipway.model.definition.ParameterType;
import dev.slipway.model.definition.SecretReference;
import dev.slipway.model.entry.ShipmentMade;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters that say which sealed secret something is started with. */
class SecretParametersTest {

  @Test
  void without_a_version_it_is_the_newest_when_the_shipment_is_made() {
    Given given = given(token());
    seal(given, "production", 1, 2);

    Then then = given.when(deploy("production", "api_token=partner-token"));
    seal(given, "production", 3);

    assertThat(then.one(ShipmentMade.class).shipment().parameters())
        .containsExactly(entry("api_token", "partner-token"));
    assertThat(pinned(then)).containsExactly(in("production", 2));
    assertThat(delivered(given, "production"))
        .containsExactly(
            entry("API_TOKEN", new SecretReference.Sealed(PARTNER, 2)),
            entry("OTHER", new SecretReference.Variable("OTHER")));
  }

  @Test
  void a_version_that_is_said_is_taken() {
    Given given = given(token());
    seal(given, "production", 1, 2);
    assertThat(pinned(given.when(deploy("production", "api_token=partner-token@1"))))
        .containsExactly(in("production", 1));
  }

  @Test
  void the_newest_is_one_that_is_there() {
    Given given = given(token());
    seal(given, "production", 1, 2);
    given.when(remove("production", 2));
    assertThat(pinned(given.when(deploy("production", "api_token=partner-token"))))
        .containsExactly(in("production", 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          production | partner-token   | Parameter api_token: partner-token is not sealed in production. Set it there first: slipway secret set production partner-token.
          staging    | partner-token@3 | Parameter api_token: version 3 of partner-token is not sealed in staging. Set it there first: slipway secret set staging partner-token.
          staging    | partner-tokn    | Parameter api_token: partner-tokn is not sealed in staging. Set it there first: slipway secret set staging partner-tokn.
          """)
  void what_is_not_in_the_store_is_refused(String environment, String value, String sentence) {
    Given given = given(token());
    seal(given, "staging", 1);
    Command.Deploy deploy = deploy(environment, "api_token=" + value);
    Reason because = new Reason("parameter-secret-missing", sentence);
    assertThat(given.when(deploy).settlement().because()).isEqualTo(because);
    assertThat(unwritable(given, deploy)).contains(because);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Hunter2!", "sk_live_51H", "partner-token@", "partner-token@0", "a b", "", "-x"})
  void what_may_be_a_value_is_refused_and_told_nowhere(String value) {
    Given given = given(token());
    seal(given, "production", 1);
    Command.Deploy deploy = deploy("production", "api_token=" + value);
    Reason because =
        new Reason(
            "parameter-invalid",
            "Parameter api_token has to be the name of a sealed secret, such as api-token or api-token@3, and never its value.");
    assertThat(unwritable(given, deploy)).contains(because);
    assertThat(given.when(deploy).settlement().because()).isEqualTo(because);
  }

  @Test
  void a_value_under_a_misspelt_name_is_not_written_down_either() {
    Given given = given(token("partner-token"));
    seal(given, "production", 1);
    assertThat(unwritable(given, deploy("production", "api_tokn=Hunter2!")).orElseThrow())
        .isEqualTo(
            new Reason("parameter-unknown", "shop has no parameter api_tokn. It has api_token."));
    assertThat(unwritable(given, deploy("production", "api_token=partner-token"))).isEmpty();
    assertThat(unwritable(given, deploy("production"))).isEmpty();
  }

  @Test
  void what_cannot_be_judged_is_not_written_down() {
    Given given = given(token());
    Command.Deploy nowhere =
        new Command.Deploy(
            Fixtures.SHOP,
            environment("production"),
            Optional.of("no-such-branch"),
            false,
            new TreeMap<>(Map.of("api_token", "Hunter2!")),
            Optional.empty(),
            Optional.empty());
    assertThat(unwritable(given, nowhere)).isPresent();
  }

  @Test
  void an_application_without_secrets_has_all_refusals_written_down() {
    Given given = PushTest.shopAdded();
    given.git.push(
        MAIN,
        sha(2),
        Fixtures.shop(Fixtures.web("bin/web"))
            .taking(
                Optional.of(
                    List.of(
                        new ParameterDefinition(
                            "loud", new ParameterType.Flag(), Optional.empty())))));
    assertThat(unwritable(given, deploy("production", "loud=maybe"))).isEmpty();
  }

  @Test
  void only_what_may_be_chosen_is_taken() {
    Given given =
        given(
            new ParameterDefinition(
                "api_token",
                new ParameterType.Secret(List.of(PARTNER, new SecretName("own-token"))),
                Optional.empty()));
    seal(given, "production", 1);
    assertThat(given.when(deploy("production", "api_token=admin-token")).settlement().because())
        .isEqualTo(
            new Reason(
                "parameter-invalid",
                "Parameter api_token has to be one of partner-token, own-token."));
    assertThat(pinned(given.when(deploy("production", "api_token=partner-token@1")))).hasSize(1);
  }
}
