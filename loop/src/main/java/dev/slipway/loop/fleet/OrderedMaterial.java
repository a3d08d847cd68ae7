package dev.slipway.loop.fleet;

import dev.slipway.engine.fold.World;
import dev.slipway.engine.rollout.Orders;
import dev.slipway.ledger.Blobs;
import dev.slipway.loop.door.Agents.Enrolled;
import dev.slipway.loop.door.Material;
import dev.slipway.loop.door.Memory;
import dev.slipway.loop.port.Scheduler;
import dev.slipway.loop.port.Workers;
import dev.slipway.model.Digest;
import dev.slipway.model.order.OrderBody;
import dev.slipway.model.state.DesiredRelease;
import dev.slipway.model.state.DesiredState;
import dev.slipway.model.state.Release;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/**
 * Hands out to an agent what its present orders name, and nothing else. An agent may have an order
 * a moment before it is folded here, so the loop's turn has the last word. Thread-safe.
 */
public final class OrderedMaterial implements Material {

  private static final String LANE = "material";

  private final Memory memory;
  private final Blobs blobs;
  private final Scheduler scheduler;
  private final Workers workers;

  public OrderedMaterial(Memory memory, Blobs blobs, Scheduler scheduler, Workers workers) {
    this.memory = memory;
    this.blobs = blobs;
    this.scheduler = scheduler;
    this.workers = workers;
  }

  @Override
  public CompletionStage<Optional<InputStream>> open(Enrolled agent, Digest digest) {
    CompletableFuture<Optional<InputStream>> content = new CompletableFuture<>();
    if (isNamedInOrdersOf(agent, digest)) {
      open(digest, content);
    } else {
      scheduler.execute(() -> {
        if (isNamedInOrdersOf(agent, digest)) {
          workers.execute(LANE, () -> open(digest, content));
        } else {
          content.complete(Optional.empty());
        }
      });
    }
    return content;
  }

  private void open(Digest digest, CompletableFuture<Optional<InputStream>> content) {
    try {
      content.complete(blobs.open(digest));
    } catch (IOException unreadable) {
      content.completeExceptionally(unreadable);
    }
  }

  private boolean isNamedInOrdersOf(Enrolled agent, Digest digest) {
    World world = memory.world(agent.organisation());
    return Orders.slotsOf(world, agent.target()).stream()
        .flatMap(slot -> Orders.bodyOf(world, slot).stream())
        .flatMap(OrderedMaterial::releases)
        .anyMatch(release -> release.artifact().digest().equals(digest));
  }

  private static Stream<Release> releases(OrderBody body) {
    return switch (body.wanted()) {
      case OrderBody.Wanted.Present present -> releases(present.state());
      case OrderBody.Wanted.Effect effect ->
          Stream.concat(releases(effect.state()), Stream.of(effect.job()));
      case OrderBody.Wanted.Gone _ -> Stream.empty();
    };
  }

  private static Stream<Release> releases(DesiredState state) {
    return state.services().stream()
        .flatMap(service -> service.releases().stream())
        .map(DesiredRelease::release);
  }
}
