package dev.slipway.engine.strategy;

import dev.slipway.engine.strategy.Strategy.Baked;
import dev.slipway.model.ServiceName;
import dev.slipway.model.definition.Stay;
import dev.slipway.model.definition.Workload;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.DesiredRelease;
import dev.slipway.model.state.DesiredService;
import dev.slipway.model.state.DesiredState;
import dev.slipway.model.state.Pace;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The way of a delivery from what is held: complete states to hold one after the other, in which
 * each service goes by its own strategy. Those that depend on nothing go first, then those that
 * depend on these alone, and so on; what goes back goes in reverse. Of those that go together, one
 * that is there earlier waits for the others; those whose turn has not come stay as they are.
 *
 * <p>Commands are in the first state of their turn alone, for they are run by the order that
 * mentions them. What the delivery no longer has goes with the last one, so that a delivery that
 * fails took nothing away.
 */
public final class Course {

  private Course() {}

  /**
   * All states; at least one. Each is made when it is asked for, for most who ask want one of them.
   *
   * @param from the delivery in force; absent when there is none, or for a target that never had it
   * @param bakes whether what is new bakes after {@link #untilBaked} of them
   */
  public static List<DesiredState> of(Delivery delivery, Optional<Delivery> from, boolean bakes) {
    List<Leg> legs = legs(delivery, from, bakes);
    int until = Math.max(1, until(legs));
    int length = until + (bakes ? longest(legs, Baked::after) : 0);
    return new AbstractList<>() {
      @Override
      public DesiredState get(int index) {
        return state(delivery, from, legs, Objects.checkIndex(index, length) + 1, until, length);
      }

      @Override
      public int size() {
        return length;
      }
    };
  }

  /** How many states there are before the time in which what is new bakes. */
  public static int untilBaked(Delivery delivery, Optional<Delivery> from) {
    return Math.max(1, until(legs(delivery, from, true)));
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

  /** How many targets may fail without stopping the others: as many as every service lets. */
  public static int failures(Delivery delivery) {
    return delivery.state().services().stream()
        .filter(service -> !isCommand(service))
        .mapToInt(service -> Strategy.of(service).failures())
        .min()
        .orElse(0);
  }

  /** What has to be before the next step, by step; where services differ, all that they ask for. */
  public static List<Pace.At> stays(Delivery delivery, Optional<Delivery> from, boolean bakes) {
    Map<String, DesiredRelease> held = held(from);
    SortedMap<Integer, Stay> stays = new TreeMap<>();
    for (Leg leg : legs(delivery, from, bakes)) {
      if (old(leg.wanted(), held).isPresent()) {
        int step = leg.begin();
        for (Stay stay : Strategy.of(leg.wanted()).stays()) {
          stays.merge(step, stay, Stays::both);
          step++;
        }
      }
    }
    return stays.entrySet().stream()
        .filter(at -> !at.getValue().isNone())
        .map(at -> new Pace.At(at.getKey(), at.getValue()))
        .toList();
  }

  /**
   * A service on its way.
   *
   * @param begin the first step of its turn
   */
  private record Leg(DesiredService wanted, Baked way, int begin, int end) {

    Optional<DesiredService> at(int step, int until, Optional<DesiredService> held) {
      if (isCommand(wanted)) {
        return step == begin ? Optional.of(wanted) : Optional.empty();
      }
      if (step < begin) {
        return held.map(DesiredService::unverified);
      }
      return Optional.of(
          step <= until ? nth(way.until(), step - begin + 1) : nth(way.after(), step - until));
    }
  }

  private static List<Leg> legs(Delivery delivery, Optional<Delivery> from, boolean bakes) {
    Map<String, DesiredRelease> held = held(from);
    List<List<DesiredService>> tiers = Tiers.of(delivery.state().services());
    List<Leg> legs = new ArrayList<>();
    for (List<DesiredService> tier : delivery.restores().isPresent() ? tiers.reversed() : tiers) {
      int before = until(legs);
      List<Baked> ways = tier.stream().map(service -> way(service, held, bakes)).toList();
      int length = ways.stream().mapToInt(way -> way.until().size()).max().orElse(1);
      for (int i = 0; i < tier.size(); i++) {
        legs.add(new Leg(tier.get(i), ways.get(i), before + 1, before + length));
      }
    }
    return legs;
  }

  private static int until(List<Leg> legs) {
    return legs.stream().mapToInt(Leg::end).max().orElse(0);
  }

  private static Baked way(DesiredService wanted, Map<String, DesiredRelease> held, boolean bakes) {
    Strategy strategy = Strategy.of(wanted);
    return old(wanted, held)
        .map(one ->
            bakes
                ? strategy.baked(one, wanted)
                : new Baked(strategy.steps(one, wanted), List.of(wanted)))
        .orElseGet(() -> Baked.unchanged(wanted));
  }

  /** Another release of a service that is held; empty for what stays, or is new altogether. */
  private static Optional<DesiredRelease> old(
      DesiredService wanted, Map<String, DesiredRelease> held) {
    DesiredRelease next = wanted.releases().getFirst();
    return Optional.ofNullable(held.get(wanted.name().value()))
        .filter(one -> !isCommand(wanted) && !one.release().equals(next.release()));
  }

  private static int longest(List<Leg> legs, Function<Baked, List<DesiredService>> part) {
    return legs.stream().map(Leg::way).map(part).mapToInt(List::size).max().orElse(1);
  }

  /** What is there earlier waits for the others. */
  private static DesiredService nth(List<DesiredService> states, int n) {
    return states.get(Math.min(n, states.size()) - 1);
  }

  private static DesiredState state(
      Delivery delivery, Optional<Delivery> from, List<Leg> legs, int step, int until, int length) {
    List<DesiredService> services = new ArrayList<>();
    Set<ServiceName> wanted = new HashSet<>();
    for (Leg leg : legs) {
      wanted.add(leg.wanted().name());
      Optional<DesiredService> held =
          processes(from).filter(old -> old.name().equals(leg.wanted().name())).findFirst();
      leg.at(step, until, held).ifPresent(services::add);
    }
    if (step < length) {
      processes(from)
          .filter(old -> !wanted.contains(old.name()))
          .forEach(old -> services.add(old.unverified()));
    }
    return new DesiredState(ordered(delivery, services));
  }

  /** In the order in which they are brought up; without any, by name. */
  private static List<DesiredService> ordered(Delivery delivery, List<DesiredService> services) {
    return delivery.restores().isPresent()
        ? Tiers.reversed(services)
        : Tiers.of(services).stream().flatMap(List::stream).toList();
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
