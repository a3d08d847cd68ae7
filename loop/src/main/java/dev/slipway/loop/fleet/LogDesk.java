package dev.slipway.loop.fleet;

import dev.slipway.ledger.Ledger;
import dev.slipway.ledger.Logs;
import dev.slipway.loop.door.Agents.Enrolled;
import dev.slipway.loop.door.Changes.Subscription;
import dev.slipway.loop.door.DeliveryLogs;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Organisation;
import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.model.Slot;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.Recorded;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Puts what agents bring where people look for it. An agent may bring what was started for an order
 * to its own target, and the order says for which delivery; so no agent writes into another's logs.
 */
public final class LogDesk implements DeliveryLogs {

  private static final int REMEMBERED_MAX = 1000;

  private final Ledger ledger;
  private final Logs logs;
  private final Map<Logs.Id, Set<Runnable>> followers = new ConcurrentHashMap<>();

  /** Which deliveries orders were for; it never changes. */
  private final Map<Asked, DeliveryId> remembered =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Asked, DeliveryId> eldest) {
              return size() > REMEMBERED_MAX;
            }
          });

  public LogDesk(Ledger ledger, Logs logs) {
    this.ledger = ledger;
    this.logs = logs;
  }

  private record Asked(Organisation organisation, Slot slot, Position ordered) {}

  /** Remembers the orders that were just written, for their logs come soon. */
  public void took(List<Recorded> entries) {
    for (Recorded entry : entries) {
      if (entry.entry() instanceof OrderIssued order) {
        remembered.put(
            new Asked(entry.stream().organisation(), order.slot(), entry.position()),
            order.delivery());
      }
    }
  }

  @Override
  public Outcome take(Enrolled agent, Piece piece) throws IOException {
    Origin origin = piece.origin();
    Slot slot = new Slot(agent.target(), origin.application());
    Optional<DeliveryId> delivery =
        delivery(new Asked(agent.organisation(), slot, origin.fence().position()));
    if (delivery.isEmpty()) {
      return new Outcome.Refused(
          new Reason("log-without-order", "This target had no such order, so it has no such log."));
    }
    Logs.Id id = new Logs.Id(agent.organisation(), delivery.get(), name(agent, origin));
    if (logs.find(id).isEmpty() && isFull(id)) {
      return new Outcome.Refused(
          new Reason(
              "too-many-logs",
              "The delivery has " + Logs.PER_DELIVERY_MAX + " logs, and no more are kept."));
    }
    Logs.Taken taken =
        logs.take(
            id, new Logs.Piece(piece.offset(), piece.content(), piece.lost(), piece.finished()));
    if (piece.finished() || piece.content().hasRemaining()) {
      followers.getOrDefault(id, Set.of()).forEach(Runnable::run);
    }
    return new Outcome.Taken(taken.next(), taken.finished());
  }

  private boolean isFull(Logs.Id id) throws IOException {
    return logs.of(id.organisation(), id.delivery()).size() >= Logs.PER_DELIVERY_MAX;
  }

  private static String name(Enrolled agent, Origin origin) {
    return String.join(
        ".",
        agent.target().target().value(),
        origin.service().value(),
        origin.instance(),
        origin.fence().toString());
  }

  /** The delivery of an order that was issued to a slot at a position. */
  private Optional<DeliveryId> delivery(Asked asked) {
    DeliveryId known = remembered.get(asked);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<DeliveryId> found =
        asked.ordered().equals(Position.START)
            ? Optional.empty()
            : ledger.read(new Position(asked.ordered().value() - 1), 1).stream()
                .filter(entry -> entry.stream().organisation().equals(asked.organisation()))
                .map(Recorded::entry)
                .filter(OrderIssued.class::isInstance)
                .map(OrderIssued.class::cast)
                .filter(order -> order.slot().equals(asked.slot()))
                .map(OrderIssued::delivery)
                .findFirst();
    found.ifPresent(delivery -> remembered.put(asked, delivery));
    return found;
  }

  @Override
  public List<Kept> of(Organisation organisation, DeliveryId delivery) throws IOException {
    return logs.of(organisation, delivery).stream().map(LogDesk::kept).toList();
  }

  @Override
  public Optional<Kept> find(Organisation organisation, DeliveryId delivery, String name)
      throws IOException {
    return Logs.Id.isName(name)
        ? logs.find(new Logs.Id(organisation, delivery, name)).map(LogDesk::kept)
        : Optional.empty();
  }

  private static Kept kept(Logs.About log) {
    return new Kept(
        log.name(),
        log.first(),
        log.size(),
        log.dropped(),
        log.finished(),
        log.changedAt(),
        log.removedAt());
  }

  @Override
  public Keeping keeping() {
    return new Keeping(logs.keeping().time(), logs.keeping().bytesMax());
  }

  @Override
  public void read(
      Organisation organisation, DeliveryId delivery, String name, long offset, ByteBuffer into)
      throws IOException {
    logs.read(new Logs.Id(organisation, delivery, name), offset, into);
  }

  @Override
  public Subscription follow(
      Organisation organisation, DeliveryId delivery, String name, Runnable grown) {
    Logs.Id id = new Logs.Id(organisation, delivery, name);
    followers.compute(
        id,
        (_, before) -> {
          Set<Runnable> all = before == null ? ConcurrentHashMap.newKeySet() : before;
          all.add(grown);
          return all;
        });
    return () ->
        followers.computeIfPresent(
            id,
            (_, before) -> {
              before.remove(grown);
              return before.isEmpty() ? null : before;
            });
  }
}
