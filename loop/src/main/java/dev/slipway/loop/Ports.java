package dev.slipway.loop;

import dev.slipway.loop.port.Journal;
import dev.slipway.loop.port.Scheduler;
import dev.slipway.loop.port.Workers;
import dev.slipway.loop.snapshot.SnapshotRule;
import dev.slipway.model.ActorId;
import dev.slipway.model.Bytes;
import dev.slipway.model.order.Order;
import dev.slipway.outlet.Dispatch;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What the loop is given from outside.
 *
 * @param format the highest format of entries that this version understands, and the one it writes
 * @param identities draws random actor ids
 * @param sign signs an order with the key that the root certified for orders
 * @param dispatch sends messages to people
 * @param pollInterval how often each repository is looked at, give or take a fifth
 * @param snapshots when what is folded is kept
 */
public record Ports(
    int format,
    Scheduler scheduler,
    Workers workers,
    InstantSource clock,
    RandomGenerator random,
    Supplier<ActorId> identities,
    Function<Order, Bytes> sign,
    Journal journal,
    Dispatch dispatch,
    Duration pollInterval,
    SnapshotRule snapshots) {}
