package dev.slipway.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.Fixtures;
import dev.slipway.engine.fold.WayBack;
import dev.slipway.model.ServiceName;
import dev.slipway.model.definition.ServiceDefinition;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.order.OrderBody.Wanted;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.DesiredRelease;
import dev.slipway.model.state.DesiredService;
import dev.slipway.model.state.DesiredState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What depends on something is brought up after it, and taken back before it. */
final class TiersTest {

  private static final int SEEDS = 500;

  private static Delivery back(Delivery to) {
    return new Delivery(
        to.id(), to.shipment(), to.change(), to.base(), to.state(), to.hash(), Optional.of(1));
  }

  private static ServiceDefinition service(String name, String... after) {
    ServiceDefinition like = Fixtures.web("bin/" + name);
    return new ServiceDefinition(
            new ServiceName(name),
            like.workload(),
            like.health(),
            like.variables(),
            like.timeouts(),
            like.serving(),
            like.limits())
        .after(Stream.of(after).map(ServiceName::new).toList());
  }

  private static List<List<String>> names(Delivery delivery, Optional<Delivery> from) {
    return Course.of(delivery, from, false).stream().map(TiersTest::names).toList();
  }

  private static List<String> names(DesiredState state) {
    return state.services().stream().map(it -> it.name().value()).toList();
  }

  @Test
  void what_depends_on_nothing_comes_first_and_the_rest_waits_for_it() {
    Delivery delivery =
        Courses.delivery(
            1,
            service("api", "db", "cache"),
            service("cache"),
            service("db"),
            service("web", "api"));
    assertThat(names(delivery, Optional.empty()))
        .containsExactly(
            List.of("cache", "db"),
            List.of("cache", "db", "api"),
            List.of("cache", "db", "api", "web"));
  }

  @Test
  void what_has_not_had_its_turn_stays_as_it_is() {
    ServiceDefinition[] services = {service("web", "db"), service("db")};
    Delivery from = Courses.delivery(1, services);
    Delivery to = Courses.delivery(2, services);
    List<DesiredState> states = Course.of(to, Optional.of(from), false);
    assertThat(states).hasSize(2);
    assertThat(states).allSatisfy(state -> assertThat(names(state)).containsExactly("db", "web"));
    assertThat(isNew(states.get(0), "db", from)).isTrue();
    assertThat(isNew(states.get(0), "web", from)).isFalse();
    assertThat(isNew(states.get(1), "web", from)).isTrue();
  }

  @Test
  void a_rollback_and_the_way_back_go_in_reverse() {
    ServiceDefinition[] services = {service("web", "db"), service("db")};
    Delivery from = Courses.delivery(2, services);
    Delivery to = back(Courses.delivery(1, services));
    List<DesiredState> states = Course.of(to, Optional.of(from), false);
    assertThat(isNew(states.get(0), "web", from)).isTrue();
    assertThat(isNew(states.get(0), "db", from)).isFalse();
    assertThat(WayBack.wanted(Optional.of(from)))
        .isInstanceOfSatisfying(
            Wanted.Present.class,
            present -> assertThat(names(present.state())).containsExactly("web", "db"));
  }

  @Test
  void a_command_runs_in_its_turn_alone() {
    ServiceDefinition seed =
        Fixtures.command("seed", "bin/seed").after(List.of(new ServiceName("db")));
    assertThat(
            names(
                Courses.delivery(1, seed, service("db"), service("web", "seed")), Optional.empty()))
        .containsExactly(List.of("db"), List.of("db", "seed"), List.of("db", "web"));
  }

  @Test
  void without_dependencies_all_go_together_by_name() {
    assertThat(names(Courses.delivery(1, service("b"), service("a")), Optional.empty()))
        .containsExactly(List.of("a", "b"));
  }

  @Test
  void law_36_nothing_new_is_there_before_all_that_it_depends_on_is_as_wanted() {
    for (int seed = 0; seed < SEEDS; seed++) {
      RandomGenerator random = new SplittableRandom(seed);
      ServiceDefinition[] services = drawn(random);
      Optional<Delivery> from =
          random.nextBoolean() ? Optional.of(Courses.delivery(1, services)) : Optional.empty();
      Delivery to = Courses.delivery(2, services);
      List<DesiredState> states = Course.of(to, from, random.nextBoolean());
      List<DesiredService> settled = to.state().services();
      for (DesiredState state : states) {
        assertThat(tooEarly(state, from, settled)).as("seed %d", seed).isEmpty();
      }
      assertThat(states.getLast().services()).hasSameSizeAs(settled);
    }
  }

  private static ServiceDefinition[] drawn(RandomGenerator random) {
    List<ServiceDefinition> services = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(5); i++) {
      List<String> after = new ArrayList<>();
      for (int before = 0; before < i; before++) {
        if (random.nextInt(3) == 0) {
          after.add("s" + (9 - before));
        }
      }
      services.add(
          Fixtures.served(
              service("s" + (9 - i), after.toArray(String[]::new)),
              Fixtures.serving(strategy(random), 1 + random.nextInt(3))));
    }
    return services.toArray(ServiceDefinition[]::new);
  }

  private static StrategyDefinition strategy(RandomGenerator random) {
    Duration drain = Duration.ofSeconds(30);
    return switch (random.nextInt(3)) {
      case 0 -> new StrategyDefinition.Recreate();
      case 1 -> new StrategyDefinition.Rolling(drain);
      default -> new StrategyDefinition.BlueGreen(drain, random.nextBoolean());
    };
  }

  private static List<String> tooEarly(
      DesiredState state, Optional<Delivery> from, List<DesiredService> settled) {
    return state.services().stream()
        .filter(service -> from.isEmpty() || isNew(service, from.orElseThrow()))
        .flatMap(service -> service.after().stream().flatMap(List::stream))
        .filter(needed -> !isThere(state, needed, settled))
        .map(ServiceName::value)
        .toList();
  }

  /** All its traffic goes to as many instances of what is new as are wanted. */
  private static boolean isThere(
      DesiredState state, ServiceName name, List<DesiredService> settled) {
    DesiredRelease wanted =
        settled.stream()
            .filter(service -> service.name().equals(name))
            .findFirst()
            .orElseThrow()
            .releases()
            .getFirst();
    return state.services().stream()
        .filter(service -> service.name().equals(name))
        .anyMatch(service -> service.releases().contains(wanted));
  }

  private static boolean isNew(DesiredState state, String name, Delivery from) {
    return state.services().stream()
        .filter(service -> service.name().value().equals(name))
        .anyMatch(service -> isNew(service, from));
  }

  private static boolean isNew(DesiredService service, Delivery from) {
    return service.releases().stream()
        .map(DesiredRelease::release)
        .anyMatch(release ->
            from.state().services().stream()
                .flatMap(held -> held.releases().stream())
                .noneMatch(held -> held.release().equals(release)));
  }
}
