package dev.slipway.agent;

import dev.slipway.agent.core.Steps;
import dev.slipway.agent.port.Ports;
import dev.slipway.model.ActorId;
import dev.slipway.model.Digest;
import dev.slipway.model.order.OrderBody;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Brings the artifacts of an order here before anything is begun for it. A server that cannot be
 * reached, or has it not yet, is asked again until a newer order makes this one void.
 */
final class Fetching implements Fetcher {

  private final ActorId agent;
  private final Ports ports;
  private final Settings settings;

  Fetching(ActorId agent, Ports ports, Settings settings) {
    this.agent = agent;
    this.ports = ports;
    this.settings = settings;
  }

  @Override
  public void fetch(OrderBody order, Arrival arrival) {
    next(order, arrival, 0);
  }

  private void next(OrderBody order, Arrival arrival, int failures) {
    Optional<Digest> missing =
        Steps.of(order.wanted()).all().stream()
            .flatMap(step -> step.releases().stream())
            .map(release -> release.artifact().digest())
            .filter(digest -> !ports.archives().has(digest))
            .findFirst();
    if (missing.isEmpty()) {
      arrival.here();
      return;
    }
    Digest digest = missing.get();
    CompletionStage<Void> _ =
        ports
            .transport()
            .blob(agent, digest, content -> ports.archives().keep(digest, content))
            .exceptionally(problem -> unreachable(digest, problem))
            .thenAccept(
                _ -> ports.scheduler().execute(() -> tried(order, arrival, failures, digest)));
  }

  private void tried(OrderBody order, Arrival arrival, int failures, Digest digest) {
    if (ports.archives().has(digest)) {
      next(order, arrival, 0);
    } else if (arrival.isAwaited()) {
      Duration delay = settings.again().after(failures + 1, ports.chance().nextDouble());
      ports.scheduler().after(delay, () -> next(order, arrival, failures + 1));
    }
  }

  private boolean unreachable(Digest digest, Throwable problem) {
    ports.log().accept("The artifact " + digest + " could not be fetched: " + problem.getMessage());
    return false;
  }
}
