package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.digest;
import static dev.slipway.engine.Fixtures.environment;
import static dev.slipway.engine.Fixtures.target;
import static dev.slipway.engine.Sites.EDGE;
import static dev.slipway.engine.Sites.applied;
import static dev.slipway.engine.Sites.at;
import static dev.slipway.engine.Sites.declared;
import static dev.slipway.engine.Sites.declaring;
import static dev.slipway.engine.Sites.edge;
import static dev.slipway.engine.Sites.group;
import static dev.slipway.engine.Sites.labelled;
import static dev.slipway.engine.Sites.site;
import static dev.slipway.engine.Sites.sites;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ActorId;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.EnvironmentGroupDefinition;
import dev.slipway.model.definition.TargetDefinition;
import dev.slipway.model.entry.EnvironmentDeclared;
import dev.slipway.model.entry.EnvironmentGroupDeclared;
import dev.slipway.model.entry.TargetDeclared;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which targets get an environment of which group, and what a template says of it. */
class GroupDocumentsTest {

  @Test
  void a_changed_template_changes_its_environments() {
    Given given = sites("a", "b");
    Then then = given.when(applied(declaring(edge(Fixtures.goingBack("edge")))));
    then.then(EnvironmentGroupDeclared.class, EnvironmentDeclared.class, EnvironmentDeclared.class);
    assertThat(declared(given, "edge-a"))
        .isEqualTo(Fixtures.goingBack("edge").madeAs(environment("edge-a"), EDGE));
    given.when(applied(declaring(edge(Fixtures.goingBack("edge"))))).nothingBecause("unchanged");
  }

  @Test
  void a_changed_selector_moves_nobody() {
    Given given = sites("a");
    EnvironmentGroupDefinition other =
        group("edge", Map.of("tier", "rim"), false, Fixtures.declared("edge", false));
    given.when(applied(declaring(other))).then(EnvironmentGroupDeclared.class);
    assertThat(declared(given, "edge-a").group()).contains(EDGE);
    given.when(applied(site("a"))).nothingBecause("unchanged");
  }

  @Test
  void other_labels_move_nobody() {
    Given given = sites("a");
    given.when(
        applied(
            declaring(
                group("core", Map.of("tier", "core"), false, Fixtures.declared("core", false)))));
    given.when(applied(labelled("a", "tier=core"))).refusedBecause("target-elsewhere");
    given.when(applied(labelled("a", "zone=a"))).refusedBecause("target-elsewhere");
    given.when(applied(labelled("a", "tier=edge"))).then(TargetDeclared.class);
  }

  @Test
  void its_environment_stays_when_a_target_is_removed_and_has_it_again_when_it_is_back() {
    Given given = sites("a");
    given.when(new Command.RemoveTarget(at("a")));
    assertThat(declared(given, "edge-a").group()).contains(EDGE);
    given.when(applied(site("a"))).then(TargetDeclared.class);
  }

  @Test
  void no_group_or_several_are_refused() {
    Given given = new Given();
    Then none = given.when(applied(site("a")));
    none.refusedBecause("no-group-selects");
    assertThat(none.settlement().because().sentence()).endsWith("There is none.");
    given.when(applied(declaring(edge())));
    Then other = given.when(applied(labelled("a", "tier=core")));
    other.refusedBecause("no-group-selects");
    assertThat(other.settlement().because().sentence())
        .isEqualTo(
            "a names no environment, and no group of environments is for its labels {tier: core}. The nearest is edge, for {tier: edge}.");
    given.when(
        applied(
            declaring(
                group("zone-a", Map.of("zone", "a"), false, Fixtures.declared("zone-a", false)))));
    Then both = given.when(applied(site("a")));
    both.refusedBecause("several-groups-select");
    assertThat(both.settlement().because().sentence()).contains("edge, zone-a");
  }

  @Test
  void names_are_bounded_and_stand_for_one_thing() {
    Given given = new Given();
    given.when(applied(declaring(edge())));
    given.when(applied(site("a".repeat(59)))).refusedBecause("name-too-long");
    given.when(Fixtures.apply(Fixtures.declared("edge-a", false)));
    given.when(applied(site("a"))).refusedBecause("name-taken");
    given.when(
        applied(
            declaring(
                group("edge-eu", Map.of("at", "eu"), false, Fixtures.declared("edge-eu", false)))));
    given.when(applied(labelled("1", "at=eu")));
    given.when(applied(site("eu-1"))).refusedBecause("name-taken");
    given.when(applied(site("eu"))).refusedBecause("name-taken");
    given.when(Fixtures.apply(Fixtures.declared("edge", false))).refusedBecause("name-taken");
    given
        .when(
            applied(
                declaring(
                    group("edge-a", Map.of("x", "y"), false, Fixtures.declared("edge-a", false)))))
        .refusedBecause("name-taken");
  }

  @Test
  void an_environment_of_a_group_has_no_document_of_its_own_and_no_other_target() {
    Given given = sites("a");
    given
        .when(Fixtures.apply(Fixtures.declared("edge-a", true)))
        .refusedBecause("environment-of-group");
    for (String environment : List.of("edge-a", "edge")) {
      TargetDefinition more =
          new TargetDefinition(target(environment, "more"), new TreeMap<>(), false);
      given
          .when(applied(new Document.OfTarget(more, digest("more"))))
          .refusedBecause("environment-of-group");
    }
  }

  @Test
  void a_target_that_names_its_environment_is_not_selected() {
    Given given = PushTest.shopAdded();
    given.when(applied(declaring(edge())));
    TreeMap<String, String> labels = new TreeMap<>(Map.of("tier", "edge"));
    TargetDefinition named = new TargetDefinition(target("staging", "a"), labels, false);
    given.when(applied(new Document.OfTarget(named, digest("a")))).then(TargetDeclared.class);
    assertThat(given.world().declared().environment(environment("edge-a"))).isEmpty();
  }

  @Test
  void the_owner_of_everything_declares_groups_and_what_they_select() {
    Given given = sites("a");
    ActorId carl = new ActorId("carl");
    given.when(new Command.IssueToken(carl, Role.OWNER, new Scope.OfEnvironment(EDGE)));
    given
        .when(carl, applied(declaring(edge(Fixtures.goingBack("edge")))))
        .refusedBecause("not-allowed");
    given.when(carl, applied(site("b"))).refusedBecause("not-allowed");
  }
}
