package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Following.NEWEST;
import static dev.slipway.engine.Following.ONE;
import static dev.slipway.engine.Following.REPOSITORY;
import static dev.slipway.engine.Following.STABLE;
import static dev.slipway.engine.Following.TWO;
import static dev.slipway.engine.Following.added;
import static dev.slipway.engine.Following.following;
import static dev.slipway.engine.Following.hint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Digest;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.TriggerDefinition;
import dev.slipway.model.definition.TriggerDefinition.On;
import dev.slipway.model.entry.ApplicationDefined;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.ImageMoved;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.ShipmentSuperseded;
import dev.slipway.model.entry.TriggerEvaluated;
import dev.slipway.model.image.ImageSource;
import dev.slipway.model.state.Shipment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Images that moved make shipments, which keep the very image that moved. */
class ImageTriggerTest {

  private static final TriggerDefinition PUSH = Fixtures.onPush("push", "main", "staging");

  private static TriggerDefinition onImage(String name, List<String> of, String... environments) {
    return Fixtures.trigger(name, new On.Image(of), environments);
  }

  private static ApplicationDefinition shop(
      List<TriggerDefinition> triggers, ImageSource... sources) {
    return following(Fixtures.shop(triggers, Fixtures.web("web", "{params[image-1]}")), sources);
  }

  /** One that ships what moved to staging, and was read once. */
  private static Given shipping() {
    Given given =
        added(shop(List.of(PUSH, onImage("image", List.of("image-1"), "staging")), STABLE));
    given.when(Fixtures.apply(Fixtures.target("staging", "local")));
    given.agents("staging");
    given.git.image(STABLE, "stable", ONE);
    hint(given);
    return given;
  }

  private static String pinned(Digest digest) {
    return REPOSITORY + ":stable@" + digest;
  }

  private static List<String> said(Then then) {
    return then.all(TriggerEvaluated.class).stream()
        .map(it -> it.trigger() + " " + it.verdict().because().code())
        .toList();
  }

  private static List<Shipment> shipments(Given given) {
    return given.ledger().stream()
        .map(recorded -> recorded.entry())
        .filter(ShipmentMade.class::isInstance)
        .map(entry -> ((ShipmentMade) entry).shipment())
        .toList();
  }

  @Test
  void the_image_that_is_there_first_ships_with_the_commit_that_defines_the_application() {
    Given given = shipping();
    Shipment shipment = shipments(given).getFirst();
    assertThat(shipment.change().sha()).isEqualTo(sha(1));
    assertThat(shipment.parameters()).containsExactly(Map.entry("image-1", pinned(ONE)));
    assertThat(shipment.travel()).containsExactly(Fixtures.environment("staging"));
  }

  @Test
  void each_trigger_says_whether_it_ships_and_why_not() {
    Given given = shipping();
    given.git.image(STABLE, "stable", TWO);
    assertThat(said(hint(given))).containsExactly("push not-a-commit", "image image-moved");
    given.git.push(
        Fixtures.MAIN, sha(2), shop(List.of(PUSH, onImage("image", List.of("image-1"))), STABLE));
    assertThat(said(given.whenHinted(Fixtures.MAIN)))
        .containsExactly("push branch-matches", "image not-an-image");
  }

  @Test
  void a_trigger_never_fires_twice_for_one_move() {
    Given given = shipping();
    hint(given).nothingBecause("image-known");
    assertThat(shipments(given)).hasSize(1);
  }

  @Test
  void what_is_shipped_keeps_the_image_that_moved_wherever_the_tag_goes_meanwhile() {
    Given given = shipping();
    given.git.image(STABLE, "stable", TWO);
    hint(given);
    assertThat(given.world().deliveries().placement(Given.placement("staging")).active())
        .hasValueSatisfying(
            rollout -> assertThat(rollout.delivery().state().toString()).contains(ONE.value()));
    given.whenConverged(Fixtures.target("staging", "local"));
    assertThat(given.at("staging").active().orElseThrow().delivery().state().toString())
        .contains(TWO.value())
        .doesNotContain(ONE.value());
  }

  @Test
  void a_new_image_alone_leaves_every_revision_of_the_configuration_as_it_was() {
    Given given = shipping();
    given.git.image(STABLE, "stable", TWO);
    Then moved = hint(given);
    assertThat(moved.all(ApplicationDefined.class)).isEmpty();
    assertThat(shipments(given))
        .hasSize(2)
        .allSatisfy(shipment -> {
          assertThat(shipment.change()).isEqualTo(shipments(given).getFirst().change());
          assertThat(shipment.definition()).isEqualTo(shipments(given).getFirst().definition());
          assertThat(shipment.inputs()).isEqualTo(shipments(given).getFirst().inputs());
        })
        .extracting(Shipment::parameters)
        .doesNotHaveDuplicates();
  }

  @Test
  void of_five_moves_in_a_row_the_newest_goes_on_and_the_others_are_superseded() {
    Given given = shipping();
    Digest last = ONE;
    for (int i = 1; i <= 5; i++) {
      last = Fixtures.digest("push " + i);
      given.git.image(STABLE, "stable", last);
      hint(given);
    }
    given.whenConverged(Fixtures.target("staging", "local"));
    assertThat(given.at("staging").active().orElseThrow().delivery().state().toString())
        .contains(last.value());
    assertThat(
            given.ledger().stream().filter(it -> it.entry() instanceof ShipmentSuperseded).count())
        .isEqualTo(4);
  }

  @Test
  void a_commit_that_is_on_its_way_is_taken_along_and_an_older_one_is_not_brought_back() {
    Given given = shipping();
    given.git.push(
        Fixtures.MAIN,
        sha(2),
        shop(List.of(PUSH, onImage("image", List.of("image-1"), "staging")), STABLE));
    given.whenHinted(Fixtures.MAIN);
    given.git.image(STABLE, "stable", TWO);
    hint(given);
    Shipment shipment = shipments(given).getLast();
    assertThat(shipment.change().sha()).isEqualTo(sha(2));
    assertThat(shipment.parameters()).containsEntry("image-1", pinned(TWO));
  }

  @Test
  void a_commit_that_did_not_get_there_does_not_get_there_with_an_image() {
    Given given =
        added(shop(List.of(PUSH, onImage("image", List.of("image-1"), "production")), STABLE));
    given.git.image(STABLE, "stable", ONE);
    hint(given);
    given.git.push(
        Fixtures.MAIN,
        sha(2),
        shop(List.of(PUSH, onImage("image", List.of("image-1"), "production")), STABLE));
    given.whenHinted(Fixtures.MAIN);
    given.git.image(STABLE, "stable", TWO);
    hint(given);
    assertThat(shipments(given))
        .extracting(it -> it.change().sha() + " " + it.travel())
        .containsExactly(sha(1) + " [production]", sha(2) + " [staging]", sha(1) + " [production]");
  }

  @Test
  void a_push_ships_the_image_that_was_read_last() {
    Given given = shipping();
    given.git.push(Fixtures.MAIN, sha(2), shop(List.of(PUSH), STABLE));
    given.whenHinted(Fixtures.MAIN);
    assertThat(shipments(given).getLast().parameters()).containsEntry("image-1", pinned(ONE));
  }

  @Test
  void before_anything_was_read_nothing_ships_and_it_is_said_why() {
    Given given = added(shop(List.of(PUSH), STABLE));
    given.git.push(Fixtures.MAIN, sha(2), shop(List.of(PUSH), STABLE));
    assertThat(said(given.whenHinted(Fixtures.MAIN))).containsExactly("push image-not-read");
    given.when(deploy(Map.of())).refusedBecause("image-not-read");
  }

  @Test
  void what_a_person_gives_counts_and_the_next_image_takes_its_place() {
    Given given = shipping();
    given.when(deploy(Map.of("image-1", "registry.example/team/shop:own")));
    assertThat(shipments(given).getLast().parameters())
        .containsEntry("image-1", "registry.example/team/shop:own");
    given.when(deploy(Map.of()));
    assertThat(shipments(given).getLast().parameters()).containsEntry("image-1", pinned(ONE));
    given.git.image(STABLE, "stable", TWO);
    hint(given);
    assertThat(shipments(given).getLast().parameters()).containsEntry("image-1", pinned(TWO));
  }

  private static Command deploy(Map<String, String> parameters) {
    return new Command.Deploy(
        Fixtures.SHOP,
        Fixtures.environment("staging"),
        Optional.empty(),
        false,
        new TreeMap<>(parameters),
        Optional.empty());
  }

  @Test
  void two_images_that_moved_at_once_make_one_shipment_with_both() {
    Given given =
        added(
            shop(
                List.of(onImage("image", List.of("image-1", "image-2"), "staging")),
                STABLE,
                NEWEST));
    given.git.image(STABLE, "stable", ONE).image(NEWEST, "1.4.0", TWO);
    Then then = hint(given);
    assertThat(then.all(ImageMoved.class)).hasSize(2);
    assertThat(then.one(ShipmentMade.class).shipment().parameters())
        .containsOnlyKeys("image-1", "image-2");
  }

  @Test
  void a_trigger_that_names_a_parameter_ships_for_no_other() {
    Given given =
        added(shop(List.of(onImage("image", List.of("image-2"), "staging")), STABLE, NEWEST));
    given.git.image(STABLE, "stable", ONE);
    assertThat(said(hint(given))).containsExactly("image parameter-does-not-match");
    given.git.image(NEWEST, "1.4.0", TWO);
    assertThat(said(hint(given))).containsExactly("image image-moved");
  }

  @Test
  void the_same_image_travels_to_the_next_environment_though_the_tag_went_on() {
    Given given = added(shop(List.of(onImage("image", List.of("image-1"))), STABLE));
    for (String environment : List.of("staging", "production")) {
      given.when(Fixtures.apply(Fixtures.target(environment, "local")));
      given.agents(environment);
    }
    given.git.image(STABLE, "stable", ONE);
    hint(given);
    given.git.image(STABLE, "stable", TWO);
    Then then = given.whenConverged(Fixtures.target("staging", "local"));
    DeliveryMade production = then.all(DeliveryMade.class).getLast();
    assertThat(production.delivery().id().placement()).isEqualTo(Given.placement("production"));
    assertThat(production.delivery().state().toString()).contains(ONE.value());
  }

  @Test
  void another_range_in_the_document_ships_the_newest_of_that() {
    List<TriggerDefinition> triggers =
        List.of(PUSH, onImage("image", List.of("image-1"), "staging"));
    Given given = added(shop(triggers, STABLE));
    given.git.image(STABLE, "stable", ONE).image(NEWEST, "1.4.0", TWO);
    hint(given);
    given.git.push(Fixtures.MAIN, sha(2), shop(triggers, NEWEST));
    assertThat(said(given.whenHinted(Fixtures.MAIN)))
        .containsExactly("push image-not-read", "image not-an-image");
    hint(given);
    Shipment shipment = shipments(given).getLast();
    assertThat(shipment.change().sha()).isEqualTo(sha(2));
    assertThat(shipment.parameters()).containsEntry("image-1", REPOSITORY + ":1.4.0@" + TWO);
  }
}
