package dev.slipway.engine.strategy;

import dev.slipway.model.ServiceName;
import dev.slipway.model.state.DesiredService;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The order in which services are brought up: those that depend on nothing first, then those that
 * depend on these alone, and so on. They are taken back in reverse. A name that is not among them
 * holds nobody back.
 */
public final class Tiers {

  private Tiers() {}

  /** The services of each tier by name, from the first that is brought up. */
  public static List<List<DesiredService>> of(List<DesiredService> services) {
    Map<ServiceName, DesiredService> known = new HashMap<>();
    services.forEach(service -> known.put(service.name(), service));
    Map<ServiceName, Integer> depths = new HashMap<>();
    SortedMap<Integer, List<DesiredService>> tiers = new TreeMap<>();
    for (int bound = 0; bound < services.size(); bound++) {
      services.forEach(
          service -> depths.merge(service.name(), depth(service, known, depths), Math::max));
    }
    services.stream()
        .sorted(Comparator.comparing(DesiredService::name))
        .forEach(service ->
            tiers
                .computeIfAbsent(depths.getOrDefault(service.name(), 0), _ -> new ArrayList<>())
                .add(service));
    return tiers.values().stream().map(List::copyOf).toList();
  }

  /** All services in the order in which they are taken back. */
  public static List<DesiredService> reversed(List<DesiredService> services) {
    return of(services).reversed().stream().flatMap(List::stream).toList();
  }

  private static int depth(
      DesiredService service,
      Map<ServiceName, DesiredService> known,
      Map<ServiceName, Integer> depths) {
    return service.after().stream()
        .flatMap(List::stream)
        .filter(known::containsKey)
        .mapToInt(name -> 1 + depths.getOrDefault(name, 0))
        .max()
        .orElse(0);
  }
}
