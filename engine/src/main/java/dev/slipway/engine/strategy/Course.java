package dev.slipway.engine.strategy;

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
   */
  public static List<DesiredState> of(Delivery delivery, Optional<Delivery> from) {
    Map<String, DesiredRelease> held = held(from);
    List<List<DesiredService>> ways =
        delivery.state().services().stream().map(service -> way(service, held)).toList();
    int length = ways.stream().mapToInt(List::size).max().orElse(1);
    return IntStream.rangeClosed(1, length)
        .mapToObj(step -> state(delivery, from, ways, step, length))
        .toList();
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

  private static List<DesiredService> way(DesiredService wanted, Map<String, DesiredRelease> held) {
    DesiredRelease next = wanted.releases().getFirst();
    return Optional.ofNullable(held.get(wanted.name().value()))
        .filter(old -> !isCommand(wanted) && !old.release().equals(next.release()))
        .map(old -> Strategy.of(wanted).steps(old, wanted))
        .orElseGet(() -> List.of(wanted));
  }

  private static DesiredState state(
      Delivery delivery,
      Optional<Delivery> from,
      List<List<DesiredService>> ways,
      int step,
      int length) {
    Map<String, DesiredService> services = new TreeMap<>();
    if (step < length) {
      processes(from).forEach(old -> services.put(old.name().value(), old));
      delivery.state().services().forEach(wanted -> services.remove(wanted.name().value()));
    }
    for (List<DesiredService> way : ways) {
      DesiredService now = way.get(Math.min(step, way.size()) - 1);
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
