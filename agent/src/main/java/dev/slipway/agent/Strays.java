package dev.slipway.agent;

import dev.slipway.agent.port.Ports;
import dev.slipway.model.ServiceName;
import dev.slipway.model.Slot;
import dev.slipway.model.observation.Health;
import dev.slipway.model.observation.ObservedInstance;
import dev.slipway.wire.agent.Stray;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what runs in the agent's folder although nobody ordered it of this agent, as when it
 * enrolled anew without its journal. It is told and never touched. Lives on the agent's thread; the
 * looking is done by a worker.
 */
final class Strays {

  /** One look for so many at what is kept, for this changes hardly ever. */
  private static final int SELDOM = 25;

  private static final int TOLD_MAX = 100;

  private final Ports ports;
  private final Settings settings;
  private final Supplier<Collection<Slot>> ordered;
  private final Runnable changed;

  private List<Stray> found = List.of();
  private boolean stopped;

  Strays(Ports ports, Settings settings, Supplier<Collection<Slot>> ordered, Runnable changed) {
    this.ports = ports;
    this.settings = settings;
    this.ordered = ordered;
    this.changed = changed;
  }

  void begin() {
    look();
  }

  void stop() {
    stopped = true;
  }

  /** All that was found by the last look; of very many the first. */
  List<Stray> found() {
    return found;
  }

  private void look() {
    if (stopped) {
      return;
    }
    Set<Slot> known = Set.copyOf(ordered.get());
    CompletionStage<Void> _ =
        ports
            .workers()
            .call(() -> strays(known))
            .exceptionally(this::unreadable)
            .thenAccept(strays -> ports.scheduler().execute(() -> looked(strays)));
  }

  private List<Stray> unreadable(Throwable problem) {
    ports.log().accept("What else runs here cannot be seen: " + problem.getMessage());
    return List.of();
  }

  private void looked(List<Stray> strays) {
    boolean news = !strays.equals(found);
    found = strays;
    if (news && !stopped) {
      strays.forEach(stray -> ports.log().accept("Nobody ordered this of me: " + stray));
      changed.run();
    }
    ports.scheduler().after(settings.lookEvery().multipliedBy(SELDOM), this::look);
  }

  private List<Stray> strays(Set<Slot> known) {
    return ports.processes().slots().stream()
        .filter(slot -> !known.contains(slot))
        .flatMap(this::strays)
        .limit(TOLD_MAX)
        .toList();
  }

  private Stream<Stray> strays(Slot slot) {
    Map<ServiceName, Long> services =
        ports.processes().observe(slot).stream()
            .filter(instance -> instance.health() != Health.GONE)
            .collect(
                Collectors.groupingBy(
                    ObservedInstance::service, TreeMap::new, Collectors.counting()));
    return services.entrySet().stream()
        .map(service ->
            new Stray(
                slot.target().environment().value(),
                slot.target().target().value(),
                slot.application().value(),
                service.getKey().value(),
                service.getValue().intValue()));
  }
}
