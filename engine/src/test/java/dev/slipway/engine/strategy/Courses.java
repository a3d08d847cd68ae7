package dev.slipway.engine.strategy;

import dev.slipway.engine.Fixtures;
import dev.slipway.engine.Given;
import dev.slipway.engine.delivery.Composition;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.definition.ServiceDefinition;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.state.Change;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.DesiredRelease;
import dev.slipway.model.state.DesiredService;
import dev.slipway.model.state.DesiredState;
import dev.slipway.model.state.Shipment;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Deliveries of one service, and their courses as texts. */
final class Courses {

  static final Duration DRAIN = Duration.ofSeconds(30);
  static final StrategyDefinition ROLLING = new StrategyDefinition.Rolling(DRAIN);

  private Courses() {}

  static Delivery delivery(int commit, ServiceDefinition... services) {
    Shipment shipment =
        new Shipment(
            new ShipmentId("s-0000000000000001"),
            Fixtures.SHOP,
            new Change(
                Fixtures.sha(commit),
                Optional.of(Fixtures.MAIN),
                Fixtures.artifact(Fixtures.sha(commit))),
            Fixtures.shop(services),
            List.of(Fixtures.environment("staging")),
            new Shipment.MadeBy.Request(Fixtures.ALICE, Optional.empty()),
            false,
            new TreeMap<>());
    return Composition.of(shipment, Given.placement("staging"), PlacementState.EMPTY);
  }

  static ServiceDefinition web(StrategyDefinition strategy, int replicas) {
    return Fixtures.served(Fixtures.web("bin/web"), Fixtures.serving(strategy, replicas));
  }

  /** Each step as a text such as {@code web: 1 active 50% x1, 2 active 50% x1}. */
  static List<String> shown(List<DesiredState> states, Delivery from) {
    return states.stream()
        .map(state ->
            state.services().stream()
                .map(service -> shown(service, from))
                .collect(Collectors.joining("; ")))
        .toList();
  }

  private static String shown(DesiredService service, Delivery from) {
    return service.name()
        + ": "
        + service.releases().stream()
            .map(release -> (isOf(release, from) ? "old " : "new ") + shown(release))
            .collect(Collectors.joining(", "));
  }

  private static boolean isOf(DesiredRelease release, Delivery delivery) {
    return delivery.state().services().stream()
        .flatMap(service -> service.releases().stream())
        .anyMatch(held -> held.release().equals(release.release()));
  }

  private static String shown(DesiredRelease release) {
    return "%s %d%% x%d"
        .formatted(
            release.part().name().toLowerCase(Locale.ROOT), release.weight(), release.replicas());
  }

  static List<String> course(Delivery from, Delivery to) {
    return shown(Course.of(to, Optional.of(from), false), from);
  }

  static ServiceDefinition named(String name, ServiceDefinition like) {
    ServiceDefinition other = Fixtures.command(name, "./" + name);
    return new ServiceDefinition(
        other.name(),
        like.workload(),
        like.health(),
        like.variables(),
        like.timeouts(),
        like.serving(),
        like.limits());
  }
}
