package dev.slipway.loop;

import dev.slipway.loop.access.RepositoryCommits;
import dev.slipway.loop.door.Agents;
import dev.slipway.loop.door.Changes;
import dev.slipway.loop.door.Commands;
import dev.slipway.loop.door.Commits;
import dev.slipway.loop.door.DeliveryLogs;
import dev.slipway.loop.door.Events;
import dev.slipway.loop.door.Material;
import dev.slipway.loop.door.Memory;
import dev.slipway.loop.door.Notifications;
import dev.slipway.loop.door.Permissions;
import dev.slipway.loop.door.Previews;
import dev.slipway.loop.door.SealedSecrets;
import dev.slipway.loop.door.Sources;
import dev.slipway.loop.door.Suppositions;
import dev.slipway.loop.fleet.Admissions;
import dev.slipway.loop.fleet.Fleet;
import dev.slipway.loop.fleet.Holdings;
import dev.slipway.loop.fleet.LogDesk;
import dev.slipway.loop.fleet.OrderBook;
import dev.slipway.loop.fleet.OrderedMaterial;
import dev.slipway.loop.fleet.Roster;
import dev.slipway.loop.inbox.Forgetting;
import dev.slipway.loop.inbox.Inbox;
import dev.slipway.loop.inbox.Lookout;
import dev.slipway.loop.inbox.WatchedRepository;
import dev.slipway.loop.keeper.Answers;
import dev.slipway.loop.keeper.CommandDesk;
import dev.slipway.loop.keeper.EnginePreviews;
import dev.slipway.loop.keeper.FoldCheck;
import dev.slipway.loop.keeper.Formats;
import dev.slipway.loop.keeper.Keeper;
import dev.slipway.loop.keeper.LedgerTime;
import dev.slipway.loop.keeper.RaisedLedger;
import dev.slipway.loop.keeper.ReadPermissions;
import dev.slipway.loop.keeper.Refusals;
import dev.slipway.loop.keeper.Settlements;
import dev.slipway.loop.keeper.Wakeups;
import dev.slipway.loop.keeper.Worlds;
import dev.slipway.loop.outbox.Outgoing;
import dev.slipway.loop.pulls.PullWatch;
import dev.slipway.loop.replay.Replays;
import dev.slipway.loop.snapshot.Picture;
import dev.slipway.loop.snapshot.Recall;
import dev.slipway.loop.stream.ChangeStream;
import dev.slipway.model.Position;
import dev.slipway.model.entry.Recorded;
import java.util.List;

/**
 * The server's loop, assembled: what is written is folded, shown to those who watch, and decided
 * upon, always in that order and in one turn.
 */
public final class Loop {

  private final Stores stores;
  private final Ports ports;
  private final Worlds worlds = new Worlds();
  private final LedgerTime time;
  private final Roster roster = new Roster();
  private final OrderBook orders;
  private final Settlements settlements;
  private final Keeper keeper;
  private final Refusals refusals;
  private final Fleet fleet;
  private final SealedSecrets sealed;
  private final LogDesk logs;
  private final ChangeStream changes;
  private final Inbox inbox;
  private final Lookout lookout;
  private final FoldCheck foldCheck;
  private final Forgetting forgetting;
  private final WatchedRepository sources;
  private final CommandDesk commands;
  private final Previews previews;
  private final Suppositions suppositions;
  private final Formats formats;
  private final Recall recall;
  private final Outgoing outgoing;
  private final Notifications notifications;
  private boolean caughtUp;
  private boolean deciding;

  public Loop(Stores stores, Outside outside, Ports ports) {
    this.stores = stores;
    this.ports = ports;
    time = new LedgerTime(ports.clock());
    String process = Long.toHexString(ports.random().nextLong());
    formats =
        new Formats(
            stores.ledger(),
            stores.peers(),
            process,
            ports.format(),
            ports.scheduler(),
            ports.journal());
    RaisedLedger written = new RaisedLedger(stores.ledger(), formats);
    sources = new WatchedRepository(outside.repository(), ports.clock(), ports.journal());
    orders = new OrderBook(worlds, ports.sign());
    Holdings holdings = new Holdings(stores.heldOrders(), time);
    settlements = new Settlements(stores.ledger(), worlds, ports.scheduler());
    Wakeups wakeups = new Wakeups(stores.timers(), ports.scheduler(), time);
    Answers answers =
        new Answers(
            outside.reading(sources),
            stores.directory().people(),
            holdings,
            stores.presence(),
            ports.workers(),
            time);
    previews = new EnginePreviews(worlds, answers, time);
    suppositions = new Replays(stores.ledger(), worlds, ports.workers(), ports.clock());
    keeper =
        new Keeper(written, worlds, answers, wakeups, ports.scheduler(), time, ports.journal());
    wakeups.onWake(keeper::wake);
    refusals = new Refusals(written, ports.clock(), ports.journal());
    commands = new CommandDesk(keeper, worlds, settlements, refusals, answers, time);
    fleet =
        new Fleet(
            keeper,
            worlds,
            new Admissions(
                stores.directory(), commands, refusals, ports.clock(), ports.identities()),
            stores.presence(),
            roster,
            orders,
            holdings,
            ports.scheduler(),
            time);
    keeper.onForeseen(fleet::ready);
    sealed = fleet.sealing(worlds, stores.blobs(), commands, ports.workers());
    logs = new LogDesk(stores.ledger(), stores.logs());
    changes = new ChangeStream(stores.ledger(), worlds, ports.scheduler(), ports.workers());
    inbox = new Inbox(keeper, stores.bodies(), ports.clock());
    lookout = new Lookout(sources, outside.images(), inbox, worlds, ports);
    forgetting = new Forgetting(stores, ports);
    foldCheck = new FoldCheck(stores, worlds, keeper, ports);
    PullWatch pulls = new PullWatch(outside, previews, worlds, ports);
    outgoing = new Outgoing(stores, worlds, pulls, ports, time, process);
    notifications = outgoing.desk();
    recall = new Recall(stores.ledger(), stores.snapshots(), ports);
  }

  /**
   * Folds the ledger, from a snapshot on where there is one, takes up what is undecided, and looks
   * at the repositories; where older versions run beside this one, as soon as they do not any more.
   * Called once.
   */
  public void start() {
    formats.begin();
    recall.recall().ifPresent(this::goOnFrom);
    stores
        .ledger()
        .follow(worlds.position(), entries -> ports.scheduler().execute(() -> took(entries)));
    ports
        .scheduler()
        .execute(() -> {
          caughtUp = true;
          formats.goOn(this::goOn);
        });
  }

  /** Begins to decide, once, when this version may write what it decides. */
  private void goOn() {
    if (caughtUp && !deciding && formats.mayWrite()) {
      deciding = true;
      keeper.resume();
      lookout.start();
      foldCheck.start();
      forgetting.start();
      outgoing.start();
    }
  }

  private void goOnFrom(Recall.Recalled recalled) {
    Picture picture = recalled.picture();
    worlds.take(picture.worlds(), recalled.at());
    time.took(stores.ledger().read(new Position(recalled.at().value() - 1), 1));
    roster.take(picture.agents(), picture.former());
    formats.take(picture.format());
    refuseWhatIsNewer();
  }

  private Picture picture() {
    return new Picture(formats.raised(), roster.present(), roster.former(), worlds.all());
  }

  /** Keeps what is folded, for the next start; called once, after the last turn. */
  public void rest() {
    formats.leave();
    if (!isHalted()) {
      recall.keepLast(worlds.position(), picture());
    }
  }

  private void took(List<Recorded> entries) {
    worlds.fold(entries);
    time.took(entries);
    formats.took(entries);
    refuseWhatIsNewer();
    roster.took(entries);
    var ordered = orders.took(entries);
    logs.took(entries);
    changes.took(entries);
    settlements.took(entries);
    if (caughtUp) {
      fleet.took(ordered);
    }
    if (deciding) {
      keeper.took(entries);
    }
    outgoing.took(entries);
    goOn();
    if (recall.isDue(worlds.position()) && !isHalted()) {
      recall.keep(worlds.position(), picture());
    }
  }

  /** A version that does not understand what others may write from now on decides nothing more. */
  private void refuseWhatIsNewer() {
    if (!isHalted()) {
      formats
          .refusal()
          .ifPresent(why -> {
            formats.leave();
            keeper.halt(why, new IllegalStateException(why));
          });
    }
  }

  public Commands commands() {
    return commands;
  }

  public Events events() {
    return inbox;
  }

  public Agents agents() {
    return fleet;
  }

  public Memory memory() {
    return worlds;
  }

  public Changes changes() {
    return changes;
  }

  public Permissions permissions() {
    return new ReadPermissions(worlds);
  }

  public Material material() {
    return new OrderedMaterial(worlds, stores.blobs(), ports.scheduler(), ports.workers());
  }

  public SealedSecrets sealed() {
    return sealed;
  }

  public DeliveryLogs logs() {
    return logs;
  }

  public Sources sources() {
    return sources;
  }

  public Notifications notifications() {
    return notifications;
  }

  public Previews previews() {
    return previews;
  }

  public Suppositions suppositions() {
    return suppositions;
  }

  public Refusals refusals() {
    return refusals;
  }

  public Commits commits() {
    return new RepositoryCommits(sources, ports.workers());
  }

  /** Whether deciding has stopped because memory or store can no longer be trusted. */
  public boolean isHalted() {
    return keeper.isHalted();
  }
}
