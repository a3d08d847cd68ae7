package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.sha;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Reason;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ParameterDefinition;
import dev.slipway.model.definition.ParameterType;
import dev.slipway.model.state.Outlook;
import dev.slipway.model.state.Outlook.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a deploy would be refused for is told before, by the same words. */
class ForesightOfDeployTest {

  /** The reasons by which a look ahead and the deploy itself would not take it. */
  private static List<Reason> refused(Given given, Command.Deploy deploy) {
    List<Reason> told =
        Ahead.of(given, deploy).stops().stream()
            .map(Outlook.Stop::finding)
            .filter(Finding.Refused.class::isInstance)
            .flatMap(finding -> ((Finding.Refused) finding).because().stream())
            .toList();
    assertThat(given.when(deploy).settlement().because()).isEqualTo(told.getFirst());
    return told;
  }

  private static Given batched() {
    Given given = PushTest.shopAdded();
    given.git.push(
        MAIN,
        sha(2),
        Fixtures.shop(Fixtures.command("load", "bin/load", "{params[batch]}"))
            .taking(
                Optional.of(
                    List.of(
                        new ParameterDefinition(
                            "batch",
                            new ParameterType.Whole(Optional.of(1), Optional.of(500)),
                            Optional.empty())))));
    return given;
  }

  @Test
  void a_parameter_that_is_missing_is_told_as_the_deploy_tells_it() {
    assertThat(refused(batched(), PartnerShop.deploy("staging")))
        .containsExactly(
            new Reason(
                "parameter-missing",
                "Parameter batch, integer, has to be given: --param batch=VALUE."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"batch=0", "batch=many", "batsh=1"})
  void so_is_one_of_another_kind_or_name(String given) {
    assertThat(refused(batched(), PartnerShop.deploy("staging", given))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"partner-tokn", "partner-token@3", "Hunter2!"})
  void a_sealed_secret_that_does_not_exist_is_told_as_the_deploy_tells_it(String named) {
    Given given = PartnerShop.given(PartnerShop.token());
    PartnerShop.seal(given, "staging", 1);
    assertThat(refused(given, PartnerShop.deploy("staging", "api_token=" + named)))
        .singleElement()
        .satisfies(because -> assertThat(because.sentence()).doesNotContain("Hunter2!"));
  }

  @Test
  void without_a_word_about_where_each_environment_of_the_route_is_told_what_it_lacks() {
    Given given = PartnerShop.given(PartnerShop.token("partner-token"));
    PartnerShop.seal(given, "staging", 1);
    Outlook outlook =
        Ahead.of(
            given,
            new Outlook.Wish(
                Fixtures.SHOP,
                Optional.of("main"),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>()));
    assertThat(outlook.stops())
        .extracting(stop -> stop.finding().getClass().getSimpleName())
        .containsExactly("Deliverable", "Refused");
  }

  @Test
  void what_is_given_as_it_should_be_is_taken_and_stands_in_the_state() {
    Given given = batched();
    Command.Deploy deploy = PartnerShop.deploy("staging", "batch=20");
    assertThat(Ahead.of(given, deploy).stops())
        .singleElement()
        .satisfies(stop ->
            assertThat(stop.finding())
                .isInstanceOfSatisfying(
                    Finding.Deliverable.class,
                    it -> assertThat(it.state().toString()).contains("20")));
    assertThat(given.when(deploy).settlement().because().code()).isEqualTo("shipment-made");
  }

  @Test
  void where_nothing_is_declared_anything_is_taken() {
    Given given = PushTest.shopAdded();
    assertThat(Ahead.of(given, PartnerShop.deploy("staging", "any=thing")).stops())
        .extracting(Outlook.Stop::finding)
        .hasOnlyElementsOfType(Finding.Deliverable.class);
  }

  @Test
  void of_a_group_each_environment_is_told_of_and_of_one_without_any_why_nothing_goes_there() {
    assertThat(Ahead.of(Sites.sites("b", "a"), PartnerShop.deploy("edge")).stops())
        .extracting(stop -> stop.at().environment().value())
        .containsExactly("edge-a", "edge-b");

    Given empty = new Given();
    empty.when(
        Sites.applied(
            Sites.declaring(
                Sites.group(
                    "edge", Map.of("tier", "edge"), true, Fixtures.declared("edge", false)))));
    Sites.added(empty, Sites.shop());
    assertThat(refused(empty, PartnerShop.deploy("edge")))
        .extracting(Reason::code)
        .containsExactly("group-empty");
  }
}
