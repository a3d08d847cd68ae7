package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.digest;
import static dev.slipway.engine.Fixtures.environment;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.GroupName;
import dev.slipway.model.OverlayName;
import dev.slipway.model.OwnerName;
import dev.slipway.model.ResourceName;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.ResourceDefinition;
import dev.slipway.model.definition.TargetDefinition;
import dev.slipway.model.entry.ApplicationDefined;
import dev.slipway.model.entry.EnvironmentDeclared;
import dev.slipway.model.entry.OverlayDeclared;
import dev.slipway.model.entry.OwnerDeclared;
import dev.slipway.model.entry.ResourceDeclared;
import dev.slipway.model.entry.TargetDeclared;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.OwnerDefinition;
import dev.slipway.model.layer.Reach;
import dev.slipway.model.layer.Setting;
import dev.slipway.model.layer.SettingName;
import dev.slipway.model.layer.SettingValue;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents come in together, once each, in the order in which they need each other. */
class DocumentsTest {

  private static final EnvironmentDefinition QA = Fixtures.declared("qa", false);
  private static final TargetDefinition TARGET =
      new TargetDefinition(target("qa", "one"), new TreeMap<>(), false);
  private static final ApplicationDefinition MAIL =
      new ApplicationDefinition(
          new ApplicationName("mail"),
          Optional.empty(),
          List.of(Fixtures.web("bin/mail")),
          List.of(environment("qa")),
          List.of(),
          Optional.empty());

  private static ResourceDefinition resource(String name) {
    return new ResourceDefinition(new ResourceName(name), new GroupName("data"), Optional.empty());
  }

  private static OwnerDefinition owner(String name) {
    return new OwnerDefinition(new OwnerName(name), new GroupName("finance-people"), List.of());
  }

  private static OverlayDefinition overlay(String name, int replicas) {
    return new OverlayDefinition(
        new OverlayName(name),
        new OwnerName("finance"),
        new Reach(List.of(), List.of("qa"), List.of(), new TreeMap<>()),
        List.of(new Setting(SettingName.REPLICAS, new SettingValue.Amount(replicas), 4)),
        List.of(),
        List.of());
  }

  private static Document of(EnvironmentDefinition definition) {
    return new Document.OfEnvironment(definition, digest(definition.toString()));
  }

  private static Document of(TargetDefinition definition) {
    return new Document.OfTarget(definition, digest(definition.toString()));
  }

  private static Document of(ApplicationDefinition definition) {
    return new Document.OfApplication(definition, digest(definition.toString()));
  }

  private static Document of(ResourceDefinition definition) {
    return new Document.OfResource(definition, digest(definition.toString()));
  }

  private static Document of(OwnerDefinition definition) {
    return new Document.OfOwner(definition, digest(definition.toString()));
  }

  private static Document of(OverlayDefinition definition) {
    return new Document.OfOverlay(definition, digest(definition.toString()));
  }

  /** One of each kind, each before what it needs. */
  private static List<Document> oneOfEach() {
    return List.of(
        of(overlay("sizes", 3)),
        of(owner("finance")),
        of(MAIL),
        of(TARGET),
        of(QA),
        of(resource("schema")));
  }

  static Stream<Document> documents() {
    return oneOfEach().stream();
  }

  private final Given given = new Given();

  @Test
  void they_may_stand_in_any_order() {
    given
        .when(new Command.Apply(oneOfEach()))
        .then(
            ResourceDeclared.class,
            EnvironmentDeclared.class,
            TargetDeclared.class,
            ApplicationDefined.class,
            OwnerDeclared.class,
            OverlayDeclared.class);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void what_is_so_already_is_not_written_again(Document document) {
    given.when(new Command.Apply(oneOfEach()));
    Then again = given.when(new Command.Apply(List.of(document)));
    again.nothingBecause("unchanged");
    assertThat(again.settlement().because().sentence())
        .isEqualTo("Everything is declared exactly so.");
  }

  @ParameterizedTest
  @MethodSource("documents")
  void two_of_the_same_thing_are_refused(Document document) {
    given
        .when(new Command.Apply(Stream.concat(documents(), Stream.of(document)).toList()))
        .refusedBecause("duplicate-document");
    assertThat(given.world().declared().environments()).isEmpty();
  }

  @Test
  void the_answer_counts_what_is_new() {
    given.when(new Command.Apply(List.of(of(QA), of(TARGET))));
    assertThat(given.when(new Command.Apply(oneOfEach())).settlement().because().sentence())
        .isEqualTo("4 documents were taken in.");
    assertThat(
            given.when(Fixtures.apply(Fixtures.atOnce("next"))).settlement().because().sentence())
        .isEqualTo("One document was taken in.");
  }

  @Test
  void a_target_of_no_environment_is_refused() {
    given.when(new Command.Apply(List.of(of(TARGET)))).refusedBecause("unknown-environment");
  }

  private void declared(int count, IntFunction<Document> document) {
    List<Document> all = IntStream.range(0, count).mapToObj(document).toList();
    given.when(new Command.Apply(all));
  }

  @Test
  void there_is_an_end_to_resources_and_those_that_are_there_can_still_be_changed() {
    declared(1000, n -> of(resource("r" + n)));
    Then more = given.when(new Command.Apply(List.of(of(resource("more")))));
    more.refusedBecause("too-many-resources");
    assertThat(more.settlement().because().sentence())
        .isEqualTo("There are 1000 resources; no more are kept.");
    ResourceDefinition changed =
        new ResourceDefinition(new ResourceName("r7"), new GroupName("others"), Optional.empty());
    given.when(new Command.Apply(List.of(of(changed)))).then(ResourceDeclared.class);
  }

  @Test
  void there_is_an_end_to_owners() {
    declared(OwnerDefinition.OWNERS_MAX, n -> of(owner("o" + n)));
    Then more = given.when(new Command.Apply(List.of(of(owner("more")))));
    more.refusedBecause("too-many-owners");
    assertThat(more.settlement().because().sentence())
        .startsWith("There are %d owners".formatted(OwnerDefinition.OWNERS_MAX));
  }

  @Test
  void there_is_an_end_to_overlays_and_those_that_are_there_can_still_be_changed() {
    declared(OverlayDefinition.OVERLAYS_MAX, n -> of(overlay("o" + n, 3)));
    given
        .when(new Command.Apply(List.of(of(overlay("more", 3)))))
        .refusedBecause("too-many-overlays");
    given.when(new Command.Apply(List.of(of(overlay("o7", 4))))).then(OverlayDeclared.class);
  }
}
