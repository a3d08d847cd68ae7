package dev.slipway.agent;

import dev.slipway.agent.Packing.Bundle;
import dev.slipway.agent.port.Ports;
import dev.slipway.model.ActorId;
import dev.slipway.model.Slot;
import dev.slipway.wire.agent.LogStandings;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Brings what was written to the server, one parcel at a time and not too many, so that reports
 * never wait for logs. How far it is the server says; so nothing has to be remembered here, and
 * after any crash it goes on where the server is. Lives on the agent's thread; the reading is done
 * by a worker.
 */
final class Courier {

  /** Keeps the agent well below the requests that the server takes of it, if there is more. */
  private static final Duration BETWEEN_PARCELS = Duration.ofMillis(50);

  /** How much longer the pauses are while nothing comes. */
  private static final int CALM = 5;

  private final ActorId agent;
  private final Ports ports;
  private final Settings settings;
  private final Supplier<Collection<Slot>> slots;
  private final Packing packing;

  private boolean stopped;
  private int failures;

  Courier(ActorId agent, Ports ports, Settings settings, Supplier<Collection<Slot>> slots) {
    this.agent = agent;
    this.ports = ports;
    this.settings = settings;
    this.slots = slots;
    this.packing = new Packing(ports);
  }

  void begin() {
    after(settings.lookEvery());
  }

  void stop() {
    stopped = true;
  }

  private void after(Duration pause) {
    ports.scheduler().after(pause, this::look);
  }

  private void look() {
    Collection<Slot> all = slots.get();
    if (stopped) {
      return;
    }
    if (all.isEmpty()) {
      after(settings.lookEvery().multipliedBy(CALM));
      return;
    }
    CompletionStage<Void> _ =
        ports
            .workers()
            .call(() -> packing.next(all))
            .exceptionally(this::unreadable)
            .thenAccept(bundle -> ports.scheduler().execute(() -> packed(bundle)));
  }

  private Optional<Bundle> unreadable(Throwable problem) {
    ports.log().accept("Logs cannot be read: " + problem.getMessage());
    return Optional.empty();
  }

  private void packed(Optional<Bundle> bundle) {
    if (stopped) {
      return;
    }
    if (bundle.isEmpty()) {
      after(settings.lookEvery().multipliedBy(packing.isCalm() ? CALM : 1));
      return;
    }
    CompletionStage<Void> _ =
        ports
            .transport()
            .logs(agent, bundle.get().parcel())
            .handle((standings, problem) -> {
              ports
                  .scheduler()
                  .execute(() -> {
                    if (problem == null) {
                      brought(bundle.get(), standings);
                    } else {
                      failed();
                    }
                  });
              return null;
            });
  }

  private void brought(Bundle bundle, LogStandings standings) {
    failures = 0;
    packing.brought(bundle, standings).forEach(ports.log());
    after(bundle.isAll() ? settings.lookEvery() : BETWEEN_PARCELS);
  }

  /** The line says already that the server cannot be reached. */
  private void failed() {
    failures++;
    after(settings.again().after(failures, ports.chance().nextDouble()));
  }
}
