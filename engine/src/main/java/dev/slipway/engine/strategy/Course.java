package dev.slipway.engine.strategy;

import dev.slipway.engine.strategy.Strategy.Baked;
import dev.slipway.model.definition.Workload;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.DesiredRelease;
import dev.slipway.model.state.DesiredService;
import dev.slipway.model.state.DesiredState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The way of a delivery from what is held: complete states to hold one after the other, in which
 * each service goes by its own strategy, and one that is there earlier waits for the others.
 *
 * <p>Commands are in the first state alone, for they are run by the order that mentions them. What
 * the delivery no longer has goes with the last one, so that a delivery that fails took nothing
 * away.
 */
public final class Course {

  private Course() {}

  /**
   * All states; at least one.
   *
   * @param from the delivery in force; absent when there is none, or for a target that never had it
   * @param bakes whether what is new bakes after {@link #untilBaked} of them
   */
  public static List<DesiredState> of(Delivery delivery, Optional<Delivery> from, boolean bakes) {
    List<Baked> ways = ways(delivery, from, bakes);
    int until = longest(ways, Baked::until);
    int length = until + (bakes ? longest(ways, Baked::after) : 0);
    return IntStream.rangeClosed(1, length)
        .mapToObj(step -> state(delivery, from, at(ways, step, until), step, length))
        .toList();
  }

  /** How many states there are before the time in which what is new bakes. */
  public static int untilBaked(Delivery delivery, Optional<Delivery> from) {
    return longest(ways(delivery, from, true), Baked::until);
  }

  /** Whether anything of it goes on running, so that it can be found healthy over a time. */
  public static boolean canBake(Delivery delivery) {
    return delivery.state().services().stream().anyMatch(service -> !isCommand(service));
  }

  /** The strategies' names, such as {@code rolling} or {@code blue-green, recreate}. */
  public static String name(Delivery delivery) {
    List<DesiredService> processes =
        delivery.state().services().stream().filter(service -> !isCommand(service)).toList();
    return processes.isEmpty()
        ? new Recreate().name()
        : processes.stream()
            .map(service -> Strategy.of(service).name())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
  }

  /** Whether its targets follow one another. */
  public static boolean isOneByOne(Delivery delivery) {
    return delivery.state().services().stream()
        .anyMatch(service -> Strategy.of(service).isOneByOne());
  }

  private static List<Baked> ways(Delivery delivery, Optional<Delivery> from, boolean bakes) {
    Map<String, DesiredRelease> held = held(from);
    return delivery.state().services().stream().map(service -> way(service, held, bakes)).toList();
  }

  private static Baked way(DesiredService wanted, Map<String, DesiredRelease> held, boolean bakes) {
    DesiredRelease next = wanted.releases().getFirst();
    Optional<DesiredRelease> old =
        Optional.ofNullable(held.get(wanted.name().value()))
            .filter(one -> !isCommand(wanted) && !one.release().equals(next.release()));
    Strategy strategy = Strategy.of(wanted);
    return old.map(one ->
            bakes
                ? strategy.baked(one, wanted)
                : new Baked(strategy.steps(one, wanted), List.of(wanted)))
        .orElseGet(() -> Baked.unchanged(wanted));
  }

  private static int longest(List<Baked> ways, Function<Baked, List<DesiredService>> part) {
    return ways.stream().map(part).mapToInt(List::size).max().orElse(1);
  }

  private static List<DesiredService> at(List<Baked> ways, int step, int until) {
    return ways.stream()
        .map(way -> step <= until ? nth(way.until(), step) : nth(way.after(), step - until))
        .toList();
  }

  /** What is there earlier waits for the others. */
  private static DesiredService nth(List<DesiredService> states, int n) {
    return states.get(Math.min(n, states.size()) - 1);
  }

  private static DesiredState state(
      Delivery delivery,
      Optional<Delivery> from,
      List<DesiredService> wantedNow,
      int step,
      int length) {
    Map<String, DesiredService> services = new TreeMap<>();
    if (step < length) {
      processes(from).forEach(old -> services.put(old.name().value(), old.unverified()));
      delivery.state().services().forEach(wanted -> services.remove(wanted.name().value()));
    }
    for (DesiredService now : wantedNow) {
      if (step == 1 || !isCommand(now)) {
        services.put(now.name().value(), now);
      }
    }
    return new DesiredState(new ArrayList<>(services.values()));
  }

  private static Map<String, DesiredRelease> held(Optional<Delivery> from) {
    return processes(from)
        .collect(
            Collectors.toMap(
                service -> service.name().value(), service -> service.releases().getFirst()));
  }

  private static Stream<DesiredService> processes(Optional<Delivery> from) {
    return from.stream()
        .flatMap(delivery -> delivery.state().services().stream())
        .filter(service -> !isCommand(service));
  }

  private static boolean isCommand(DesiredService service) {
    return service.releases().stream()
        .map(DesiredRelease::release)
        .anyMatch(release -> release.workload() instanceof Workload.Command);
  }
}
