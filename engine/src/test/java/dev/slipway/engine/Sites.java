package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.PATH;
import static dev.slipway.engine.Fixtures.REPOSITORY;
import static dev.slipway.engine.Fixtures.SHOP;
import static dev.slipway.engine.Fixtures.digest;
import static dev.slipway.engine.Fixtures.environment;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;

import dev.slipway.engine.fold.EnvironmentState;
import dev.slipway.engine.fold.PlacementState.InForce;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.EnvironmentGroupDefinition;
import dev.slipway.model.definition.LabelledTarget;
import dev.slipway.model.definition.TriggerDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The shop, on its route from staging to the sites of a group. */
final class Sites {

  static final EnvironmentName EDGE = environment("edge");

  static EnvironmentGroupDefinition edge(EnvironmentDefinition template) {
    return group("edge", Map.of("tier", "edge"), false, template);
  }

  static EnvironmentGroupDefinition group(
      String name, Map<String, String> selector, boolean allowEmpty, EnvironmentDefinition like) {
    return new EnvironmentGroupDefinition(
        environment(name), new TreeMap<>(selector), allowEmpty, like);
  }

  static EnvironmentGroupDefinition edge() {
    return edge(Fixtures.declared("edge", false));
  }

  static Document declaring(EnvironmentGroupDefinition group) {
    return new Document.OfEnvironmentGroup(group, digest(group.toString()));
  }

  static Document labelled(String name, String... labels) {
    TreeMap<String, String> all = new TreeMap<>();
    Stream.of(labels).map(label -> label.split("=")).forEach(one -> all.put(one[0], one[1]));
    LabelledTarget target = new LabelledTarget(new TargetName(name), all, false);
    return new Document.OfLabelledTarget(target, digest(target.toString()));
  }

  static Document site(String name) {
    return labelled(name, "tier=edge", "zone=" + name);
  }

  static Command applied(Document... documents) {
    return new Command.Apply(List.of(documents));
  }

  static ApplicationDefinition shop(TriggerDefinition... triggers) {
    return new ApplicationDefinition(
        SHOP,
        Optional.of(REPOSITORY),
        List.of(Fixtures.web("bin/web")),
        List.of(environment("staging"), EDGE),
        triggers.length == 0 ? List.of(Fixtures.onPush("push", "main")) : List.of(triggers),
        Optional.empty());
  }

  /** The shop, on its route from staging to a group that has these sites. */
  static Given sites(ApplicationDefinition shop, String... names) {
    Given given = new Given();
    given.when(applied(declaring(edge())));
    return added(given, shop, names);
  }

  static Given added(Given given, ApplicationDefinition shop, String... names) {
    for (String name : names) {
      given.when(applied(site(name)));
      given.agents("edge-" + name);
    }
    given.git.push(MAIN, sha(1), shop);
    given.when(new Command.AddApplication(REPOSITORY, Optional.of("main"), PATH));
    return given.agents("staging");
  }

  static Given sites(String... names) {
    return sites(shop(), names);
  }

  static Then push(Given given, int commit) {
    return push(given, commit, shop());
  }

  static Then push(Given given, int commit, ApplicationDefinition shop) {
    given.git.push(MAIN, sha(commit), shop);
    return given.whenHinted(MAIN);
  }

  static TargetId at(String site) {
    return target("edge-" + site, site);
  }

  static final TargetId STAGING = target("staging", "local");

  static Optional<Integer> inForce(Given given, String environment) {
    return given
        .at(environment)
        .inForce()
        .map(InForce::delivery)
        .map(delivery -> Integer.parseInt(delivery.change().sha().value(), 16));
  }

  static Optional<Integer> active(Given given, String environment) {
    return given
        .at(environment)
        .active()
        .map(RolloutState::delivery)
        .map(delivery -> Integer.parseInt(delivery.change().sha().value(), 16));
  }

  static List<EnvironmentName> route(Given given) {
    return given.world().declared().application(SHOP).orElseThrow().definition().route();
  }

  static EnvironmentDefinition declared(Given given, String name) {
    return given
        .world()
        .declared()
        .environment(environment(name))
        .map(EnvironmentState::definition)
        .orElseThrow();
  }

  /** Everything that is ordered comes to be so, one after the other. */
  static void settle(Given given, String... sites) {
    given.whenConverged(STAGING);
    for (String site : sites) {
      given.whenConverged(at(site));
    }
  }

  private Sites() {}
}
