package dev.slipway.simulator;

import dev.slipway.ledger.Batch;
import dev.slipway.ledger.Blobs;
import dev.slipway.ledger.Guards;
import dev.slipway.ledger.Ledger;
import dev.slipway.ledger.memory.MemoryDirectory;
import dev.slipway.ledger.memory.MemoryHeldOrders;
import dev.slipway.ledger.memory.MemoryLedger;
import dev.slipway.ledger.memory.MemoryLogs;
import dev.slipway.ledger.memory.MemoryOutbox;
import dev.slipway.ledger.memory.MemoryPeers;
import dev.slipway.ledger.memory.MemoryPresence;
import dev.slipway.ledger.memory.MemorySnapshots;
import dev.slipway.ledger.memory.MemoryStore;
import dev.slipway.model.ActorId;
import dev.slipway.model.Bytes;
import dev.slipway.model.Organisation;
import dev.slipway.model.StreamKey;
import dev.slipway.model.entry.Draft;
import dev.slipway.model.entry.GenerationRaised;
import dev.slipway.simulator.laws.Authored;
import dev.slipway.simulator.people.Approvers;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * What all replicas of a server share, as processes share a database; it outlives them.
 *
 * @param authored what the laws have not yet heard of who wrote what
 */
record Site(
    MemoryStore store,
    MemorySnapshots snapshots,
    MemoryLogs logs,
    MemoryDirectory directory,
    MemoryPresence presence,
    MemoryHeldOrders heldOrders,
    MemoryPeers peers,
    MemoryOutbox outbox,
    Doorstep doorstep,
    Blobs blobs,
    Deque<Authored> authored) {

  static Site empty(InstantSource clock, Blobs blobs) {
    return of(new MemoryStore(), clock, blobs);
  }

  /** A copy that was made earlier and is brought back, with a higher generation. */
  static Site restored(List<Bytes> entries, long generation, InstantSource clock, Blobs blobs) {
    Site site = of(MemoryStore.of(entries), clock, blobs);
    site.ledger(clock, Runnable::run)
        .append(
            new Batch(
                List.of(
                    new Draft(
                        StreamKey.of(Organisation.MAIN),
                        ActorId.SLIPWAY,
                        Optional.empty(),
                        new GenerationRaised(generation))),
                Guards.NONE,
                Optional.empty()));
    return site;
  }

  private static Site of(MemoryStore store, InstantSource clock, Blobs blobs) {
    MemoryDirectory directory = new MemoryDirectory();
    Approvers.introduce(directory);
    return new Site(
        store,
        new MemorySnapshots(),
        new MemoryLogs(clock),
        directory,
        new MemoryPresence(),
        new MemoryHeldOrders(),
        new MemoryPeers(),
        new MemoryOutbox(),
        new Doorstep(),
        blobs,
        new ArrayDeque<>());
  }

  /** The ledger, as one process has it. */
  Ledger ledger(InstantSource clock, Executor steps) {
    return new MemoryLedger(store, clock, steps);
  }
}
