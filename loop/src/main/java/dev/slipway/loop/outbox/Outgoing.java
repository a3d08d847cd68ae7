package dev.slipway.loop.outbox;

import dev.slipway.engine.fold.NotificationState;
import dev.slipway.engine.fold.World;
import dev.slipway.engine.notification.Happenings;
import dev.slipway.engine.notification.Told;
import dev.slipway.ledger.Ledger;
import dev.slipway.ledger.Outbox;
import dev.slipway.ledger.Outbox.Kept;
import dev.slipway.ledger.Outbox.Place;
import dev.slipway.loop.Ports;
import dev.slipway.loop.Stores;
import dev.slipway.loop.door.Notifications;
import dev.slipway.loop.keeper.Worlds;
import dev.slipway.loop.port.Scheduler;
import dev.slipway.loop.port.Workers;
import dev.slipway.loop.pulls.PullWatch;
import dev.slipway.model.Organisation;
import dev.slipway.model.Position;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.NotificationDeclared;
import dev.slipway.model.entry.NotificationRemoved;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.notification.Happening;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Tells people what happened: at least once, in order for each change, and never in the way of
 * anything. What is owed follows from the ledger; kept is only how far each receiver was told, and
 * which process tells it. A receiver that is slow or away has a lane of its own, and delays nobody.
 * All methods are called in the loop's turn.
 */
public final class Outgoing {

  private static final String LANE = "outbox";
  private static final int PAGE = 500;

  private final Ledger ledger;
  private final Outbox outbox;
  private final Worlds worlds;
  private final Carrier carrier;
  private final PullWatch pulls;
  private final InstantSource time;
  private final Workers workers;
  private final Scheduler scheduler;
  private final Map<Place, Postbag> bags = new HashMap<>();
  private boolean hasBegun;

  /**
   * Made once.
   *
   * @param pulls tells those who want to know of pull requests, of which the ledger knows nothing
   * @param process a name that no other process of the ledger has
   */
  public Outgoing(
      Stores stores,
      Worlds worlds,
      PullWatch pulls,
      Ports ports,
      InstantSource time,
      String process) {
    ledger = stores.ledger();
    outbox = stores.outbox();
    this.worlds = worlds;
    this.time = time;
    carrier = new Carrier(stores, worlds, ports, time, process);
    this.pulls = pulls;
    workers = ports.workers();
    scheduler = ports.scheduler();
  }

  /** Where others ask how it goes. */
  public Notifications desk() {
    return new OutboxDesk(this, carrier, pulls, scheduler, time);
  }

  /** Looks at what was told before, and at all that happened since. */
  public void start() {
    pulls.start();
    workers.execute(
        LANE,
        () -> {
          Map<Place, Kept> all = outbox.all();
          scheduler.execute(() -> begin(all));
        });
  }

  private void begin(Map<Place, Kept> all) {
    hasBegun = true;
    worlds
        .all()
        .forEach((organisation, world) ->
            world
                .declared()
                .notifications()
                .values()
                .forEach(state ->
                    open(
                        organisation,
                        state,
                        Optional.ofNullable(all.get(place(organisation, state))))));
    recall();
  }

  private static Place place(Organisation organisation, NotificationState state) {
    return new Place(organisation, state.definition().name());
  }

  /** What was kept under the same name before it was declared anew counts no more. */
  private void open(Organisation organisation, NotificationState state, Optional<Kept> found) {
    Kept kept =
        found
            .filter(it -> !state.since().isAfter(it.upTo()))
            .orElseGet(() -> Kept.from(state.since()));
    Place place = place(organisation, state);
    bags.put(place, new Postbag(place, state.definition(), kept));
  }

  private void recall() {
    bags.values().stream()
        .filter(bag -> !bag.isRecalled)
        .map(bag -> bag.kept().upTo())
        .min(Position::compareTo)
        .ifPresent(from -> recall(from, worlds.position()));
  }

  private void recall(Position after, Position until) {
    workers.execute(
        LANE,
        () -> {
          List<Recorded> page = ledger.read(after, PAGE);
          scheduler.execute(() -> recalled(page, until));
        });
  }

  private void recalled(List<Recorded> page, Position until) {
    page.forEach(this::owe);
    if (page.isEmpty() || !until.isAfter(page.getLast().position())) {
      List<Postbag> all = List.copyOf(bags.values());
      all.forEach(bag -> bag.isRecalled = true);
      all.forEach(carrier::look);
    } else {
      recall(page.getLast().position(), until);
    }
  }

  /** Takes what was written, once the worlds are folded up to there. */
  public void took(List<Recorded> entries) {
    pulls.took(entries);
    if (!hasBegun) {
      return;
    }
    // All of them are owed before anything is sent: what is kept then speaks for all of them.
    Set<Postbag> owing = new LinkedHashSet<>();
    for (Recorded recorded : entries) {
      switch (recorded.entry()) {
        case NotificationDeclared declared -> declared(recorded, declared);
        case NotificationRemoved removed ->
            forget(new Place(recorded.stream().organisation(), removed.notification()));
        case Entry _ -> owing.addAll(owe(recorded));
      }
    }
    owing.forEach(carrier::look);
    bags.values().forEach(carrier::keepSilence);
  }

  private void declared(Recorded recorded, NotificationDeclared entry) {
    Place place = new Place(recorded.stream().organisation(), entry.definition().name());
    Postbag known = bags.get(place);
    if (known == null) {
      Postbag fresh = new Postbag(place, entry.definition(), Kept.from(recorded.position()));
      fresh.isRecalled = true;
      bags.put(place, fresh);
    } else {
      known.redefine(entry.definition());
    }
  }

  private void forget(Place place) {
    Optional.ofNullable(bags.remove(place)).ifPresent(bag -> bag.isGone = true);
    carrier.forget(place);
  }

  /** Whoever is told of it owes it from now on. */
  private List<Postbag> owe(Recorded recorded) {
    Organisation organisation = recorded.stream().organisation();
    World world = worlds.world(organisation);
    if (world.declared().notifications().isEmpty()) {
      return List.of();
    }
    Optional<Happening> happening = Happenings.of(world, recorded);
    List<Postbag> owing =
        happening.stream()
            .flatMap(it -> Told.of(world, it).stream())
            .map(definition -> bags.get(new Place(organisation, definition.name())))
            .filter(Objects::nonNull)
            .toList();
    owing.forEach(bag -> bag.owe(happening.orElseThrow()));
    return owing;
  }

  /** What becomes of all of an organisation, by name. */
  List<Postbag> of(Organisation organisation) {
    return bags.values().stream()
        .filter(bag -> bag.place().organisation().equals(organisation))
        .sorted(Comparator.comparing(bag -> bag.place().notification()))
        .toList();
  }

  Optional<Postbag> bag(Place place) {
    return Optional.ofNullable(bags.get(place));
  }
}
