package dev.slipway.loop.inbox;

import dev.slipway.engine.fold.Heads.HeadState;
import dev.slipway.engine.fold.World;
import dev.slipway.loop.Ports;
import dev.slipway.loop.keeper.Answers;
import dev.slipway.loop.keeper.Worlds;
import dev.slipway.loop.port.Scheduler;
import dev.slipway.loop.port.Workers;
import dev.slipway.model.Bytes;
import dev.slipway.model.Organisation;
import dev.slipway.model.RefName;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.event.Event;
import dev.slipway.model.need.Head;
import dev.slipway.source.Reading;
import dev.slipway.source.Repository;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Looks at every repository now and then, so that nothing is missed when no webhook comes. It only
 * hints: what it found is read back like any webhook's news. All methods are called in the loop's
 * turn.
 */
final class Poller {

  /** A branch and what became of it, for so many refs at once; the next look finds the rest. */
  private static final int REFS_PER_HINT_MAX = 500;

  private static final double JITTER = 0.2;

  private final Repository repository;
  private final Hints hints;
  private final Worlds worlds;
  private final Workers workers;
  private final Scheduler scheduler;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Duration interval;

  private final Map<Watched, Seen> seen = new HashMap<>();
  private final Set<Watched> looking = new HashSet<>();
  private final InVain<Watched> vain;

  Poller(Repository repository, Inbox inbox, Worlds worlds, Ports ports) {
    this.repository = repository;
    hints = Hints.into(inbox, ports);
    this.worlds = worlds;
    workers = ports.workers();
    scheduler = ports.scheduler();
    clock = ports.clock();
    random = ports.random();
    interval = ports.pollInterval();
    vain = new InVain<>(interval);
  }

  /** A repository as one organisation sees it. */
  private record Watched(Organisation organisation, RepositoryUrl url) {}

  /**
   * The heads as they were when nothing was to be hinted, by the host's token and as we knew them.
   * A webhook may have told of others since; then the host's word that its heads are those of the
   * token says nothing of whether we know them.
   */
  private record Seen(String token, Map<RefName, HeadState> known) {}

  /** Looks at once, for the server may have been away, and from then on at the interval. */
  void start() {
    lookAtAll();
  }

  private void lookAtAll() {
    worlds
        .all()
        .forEach((organisation, world) ->
            world.declared().repositories().forEach(url -> look(new Watched(organisation, url))));
    double factor = 1 - JITTER + 2 * JITTER * random.nextDouble();
    scheduler.after(Duration.ofMillis(Math.round(interval.toMillis() * factor)), this::lookAtAll);
  }

  private void look(Watched watched) {
    if (vain.isWaiting(watched, clock.instant()) || !looking.add(watched)) {
      return;
    }
    Optional<String> unless =
        Optional.ofNullable(seen.get(watched))
            .filter(before -> before.known().equals(known(watched)))
            .map(Seen::token);
    workers.execute(
        Answers.laneOf(watched.url()),
        () -> {
          Reading<Repository.Heads> reading = repository.allHeads(watched.url(), unless);
          scheduler.execute(() -> looked(watched, reading));
        });
  }

  private void looked(Watched watched, Reading<Repository.Heads> reading) {
    looking.remove(watched);
    switch (reading) {
      case Reading.Read<Repository.Heads> read -> {
        vain.noMore(watched);
        compare(watched, read.value());
      }
      case Reading.Unusable<Repository.Heads> _ -> lookedInVain(watched);
      case Reading.Unavailable<Repository.Heads> _ -> lookedInVain(watched);
    }
  }

  private void lookedInVain(Watched watched) {
    seen.remove(watched);
    vain.again(watched, clock.instant());
  }

  private void compare(Watched watched, Repository.Heads heads) {
    if (!heads.changed()) {
      return;
    }
    List<RefName> moved = moved(worlds.world(watched.organisation()), watched.url(), heads);
    if (moved.isEmpty()) {
      seen.put(watched, new Seen(heads.token(), known(watched)));
    } else {
      hint(watched, moved.subList(0, Math.min(moved.size(), REFS_PER_HINT_MAX)));
    }
  }

  private Map<RefName, HeadState> known(Watched watched) {
    return worlds.world(watched.organisation()).heads().of(watched.url());
  }

  /** The refs that point elsewhere than we know, those included that are gone. */
  private static List<RefName> moved(World world, RepositoryUrl url, Repository.Heads heads) {
    Map<RefName, HeadState> known = world.heads().of(url);
    List<RefName> moved = new ArrayList<>();
    Set<RefName> there = new HashSet<>();
    for (Head head : heads.heads()) {
      there.add(head.ref());
      if (head.ref().isAutomatable() && !isKnown(head, known)) {
        moved.add(head.ref());
      }
    }
    Stream<RefName> gone =
        known.entrySet().stream()
            .filter(ref -> ref.getValue().sha().isPresent() && !there.contains(ref.getKey()))
            .map(Map.Entry::getKey);
    return Stream.concat(moved.stream(), gone).sorted().toList();
  }

  private static boolean isKnown(Head head, Map<RefName, HeadState> known) {
    HeadState state = known.get(head.ref());
    return state != null && state.sha().equals(head.sha());
  }

  private void hint(Watched watched, List<RefName> refs) {
    hints.send(
        watched.organisation(),
        watched.url().toString(),
        Bytes.ofUtf8(refs.toString()),
        new Event.RefsHinted(watched.url(), refs));
  }
}
