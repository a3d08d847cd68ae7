package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.sha;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.delivery.Parameters;
import dev.slipway.engine.fold.SealingState;
import dev.slipway.model.Reason;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.ParameterDefinition;
import dev.slipway.model.definition.ParameterType;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.TriggerEvaluated;
import dev.slipway.model.entry.TriggerEvaluated.Verdict;
import dev.slipway.model.state.DesiredService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What deliveries are given apart from what documents say. */
class ParametersTest {

  private static final ParameterDefinition FLAVOUR =
      new ParameterDefinition(
          "flavour", new ParameterType.Text(List.of("plain", "fancy")), Optional.of("plain"));
  private static final ParameterDefinition BATCH =
      new ParameterDefinition(
          "batch", new ParameterType.Whole(Optional.of(1), Optional.of(500)), Optional.empty());

  private static ApplicationDefinition shop(ParameterDefinition... parameters) {
    ApplicationDefinition plain =
        Fixtures.shop(Fixtures.command("load", "bin/load", "{params[flavour]}", "{params[batch]}"));
    return plain.taking(Optional.of(List.of(parameters)).filter(all -> !all.isEmpty()));
  }

  private static Given given(ParameterDefinition... parameters) {
    Given given = PushTest.shopAdded();
    given.git.push(MAIN, sha(2), shop(parameters));
    given.whenHinted(MAIN);
    return given;
  }

  private static Then deploy(Given given, String... values) {
    Map<String, String> named = new TreeMap<>();
    Stream.of(values).map(value -> value.split("=", 2)).forEach(it -> named.put(it[0], it[1]));
    return given.when(
        new Command.Deploy(
            Fixtures.SHOP,
            Fixtures.environment("production"),
            Optional.of("main"),
            false,
            new TreeMap<>(named),
            Optional.empty(),
            Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          batch=20                | batch=20, flavour=plain
          batch=20 flavour=fancy  | batch=20, flavour=fancy
          batch=500               | batch=500, flavour=plain
          """)
  void a_shipment_keeps_what_it_was_given_and_what_it_is_without(String given, String kept) {
    assertThat(
            deploy(given(FLAVOUR, BATCH), given.split(" "))
                .one(ShipmentMade.class)
                .shipment()
                .parameters())
        .hasToString("{" + kept + "}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          flavour=fancy           | parameter-missing | Parameter batch, integer, has to be given: --param batch=VALUE.
          batch=0                 | parameter-invalid | Parameter batch has to be at least 1.
          batch=501               | parameter-invalid | Parameter batch can be at most 500.
          batch=many              | parameter-invalid | Parameter batch has to be a whole number.
          batch=1 flavour=sour    | parameter-invalid | Parameter flavour has to be one of plain, fancy.
          batch=1 flavor=plain    | parameter-unknown | shop has no parameter flavor. It has flavour, batch.
          """)
  void what_is_of_another_kind_is_refused(String given, String code, String sentence) {
    Then then = deploy(given(FLAVOUR, BATCH), given.split(" "));
    then.refusedBecause(code);
    assertThat(then.settlement().because()).isEqualTo(new Reason(code, sentence));
  }

  @Test
  void an_application_that_names_none_takes_whatever_it_is_given() {
    assertThat(deploy(given(), "anything=goes").one(ShipmentMade.class).shipment().parameters())
        .containsExactly(Map.entry("anything", "goes"));
  }

  @Test
  void a_trigger_gives_nothing_and_ships_nothing_where_something_has_to_be_given() {
    Given given = PushTest.shopAdded();
    given.git.push(MAIN, sha(2), shop(FLAVOUR));
    assertThat(given.whenHinted(MAIN).one(ShipmentMade.class).shipment().parameters())
        .containsExactly(Map.entry("flavour", "plain"));

    given.git.push(MAIN, sha(3), shop(FLAVOUR, BATCH));
    Then then = given.whenHinted(MAIN);
    assertThat(then.all(ShipmentMade.class)).isEmpty();
    assertThat(then.all(TriggerEvaluated.class))
        .extracting(TriggerEvaluated::verdict)
        .hasOnlyElementsOfType(Verdict.Skipped.class)
        .extracting(verdict -> ((Verdict.Skipped) verdict).because().code())
        .contains("parameter-missing");
  }

  @Test
  void words_have_what_was_given() {
    Given given = given(FLAVOUR, BATCH);
    deploy(given, "batch=20");
    DesiredService load =
        given.at("production").active().orElseThrow().delivery().state().services().getFirst();
    assertThat(load.releases().getFirst().release().workload().toString())
        .contains("plain", "20")
        .doesNotContain("params");
  }

  @ParameterizedTest
  @CsvSource({
    "image, registry.example.org:5000/team/shop:1.4, true",
    "image, shop@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef, true",
    "image, Shop Of Horrors, false",
    "commit, 0123456789abcdef0123456789abcdef01234567, true",
    "commit, 0123456, false",
    "boolean, true, true",
    "boolean, yes, false",
    "integer, -7, true",
    "integer, 007, false",
    "integer, 1234567890123456789, false",
    "string, anything at all, true"
  })
  void each_type_knows_its_own(String word, String value, boolean fits) {
    ParameterType type =
        Stream.of(
                new ParameterType.Text(List.of()),
                new ParameterType.Whole(Optional.empty(), Optional.empty()),
                new ParameterType.Flag(),
                new ParameterType.Image(),
                new ParameterType.Commit())
            .filter(one -> one.word().equals(word))
            .findFirst()
            .orElseThrow();
    assertThat(type.demand(value).isEmpty()).as(type.demand(value).orElse("")).isEqualTo(fits);
    assertThat(
            Parameters.of(
                new Given().world(),
                shop(new ParameterDefinition("one", type, Optional.empty())),
                Map.of("one", value),
                List.of(Fixtures.environment("staging")),
                _ -> SealingState.NOTHING))
        .isInstanceOf(fits ? Parameters.Complete.class : Parameters.Refused.class);
  }
}
