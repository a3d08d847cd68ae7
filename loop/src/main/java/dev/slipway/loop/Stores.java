package dev.slipway.loop;

import dev.slipway.ledger.Blobs;
import dev.slipway.ledger.Directory;
import dev.slipway.ledger.HeldOrders;
import dev.slipway.ledger.InboxBodies;
import dev.slipway.ledger.Ledger;
import dev.slipway.ledger.Logs;
import dev.slipway.ledger.Outbox;
import dev.slipway.ledger.Peers;
import dev.slipway.ledger.Presence;
import dev.slipway.ledger.Snapshots;
import dev.slipway.ledger.Timers;

/** The memory that the loop works on, whatever keeps it. */
public record Stores(
    Ledger ledger,
    Blobs blobs,
    Logs logs,
    InboxBodies bodies,
    Timers timers,
    Presence presence,
    HeldOrders heldOrders,
    Peers peers,
    Directory directory,
    Snapshots snapshots,
    Outbox outbox) {}
