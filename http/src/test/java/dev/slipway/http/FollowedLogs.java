package dev.slipway.http;

import dev.slipway.loop.door.Agents;
import dev.slipway.loop.door.Changes.Subscription;
import dev.slipway.loop.door.DeliveryLogs;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Organisation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The logs of a house, which can tell that somebody's request is being held for more of one. */
record FollowedLogs(DeliveryLogs logs, AtomicReference<CountDownLatch> followed)
    implements DeliveryLogs {

  private static final long SECONDS_MAX = 20;

  FollowedLogs(DeliveryLogs logs) {
    this(logs, new AtomicReference<>(new CountDownLatch(1)));
  }

  /** Runs something that follows a log, and waits until it does. */
  void awaitFollowing(Runnable follower) throws InterruptedException {
    CountDownLatch next = new CountDownLatch(1);
    followed.set(next);
    follower.run();
    if (!next.await(SECONDS_MAX, TimeUnit.SECONDS)) {
      throw new AssertionError("Nobody follows a log");
    }
  }

  @Override
  public Subscription follow(
      Organisation organisation, DeliveryId delivery, String name, Runnable grown) {
    Subscription subscription = logs.follow(organisation, delivery, name, grown);
    followed.get().countDown();
    return subscription;
  }

  @Override
  public Outcome take(Agents.Enrolled agent, Piece piece) throws IOException {
    return logs.take(agent, piece);
  }

  @Override
  public Keeping keeping() {
    return logs.keeping();
  }

  @Override
  public List<Kept> of(Organisation organisation, DeliveryId delivery) throws IOException {
    return logs.of(organisation, delivery);
  }

  @Override
  public Optional<Kept> find(Organisation organisation, DeliveryId delivery, String name)
      throws IOException {
    return logs.find(organisation, delivery, name);
  }

  @Override
  public void read(
      Organisation organisation, DeliveryId delivery, String name, long offset, ByteBuffer into)
      throws IOException {
    logs.read(organisation, delivery, name, offset, into);
  }
}
