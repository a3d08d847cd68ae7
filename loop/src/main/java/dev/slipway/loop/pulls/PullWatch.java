package dev.slipway.loop.pulls;

import dev.slipway.engine.fold.World;
import dev.slipway.loop.Outside;
import dev.slipway.loop.Ports;
import dev.slipway.loop.door.Notifications.Standing;
import dev.slipway.loop.door.Previews;
import dev.slipway.loop.inbox.InVain;
import dev.slipway.loop.keeper.Worlds;
import dev.slipway.loop.port.Scheduler;
import dev.slipway.loop.port.Workers;
import dev.slipway.model.Organisation;
import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.entry.EventReceived;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.event.Event;
import dev.slipway.model.notification.Receiver;
import dev.slipway.source.PullRequests;
import dev.slipway.source.PullRequests.Open;
import dev.slipway.source.PullRequests.PullRequest;
import dev.slipway.source.Reading;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Looks at the open pull requests of repositories now and then, and at once when refs are hinted
 * at, and has each say what it would change. A comment follows from what is so there and here, so
 * nothing of it is kept: whoever starts anew finds it as it is. All methods are called in the
 * loop's turn.
 */
public final class PullWatch {

  /** So many comments are looked at in one go; the next look takes the rest. */
  private static final int TURNS_MAX = 20;

  private static final double JITTER = 0.2;

  private final PullRequests pulls;
  private final Worlds worlds;
  private final Workers workers;
  private final Scheduler scheduler;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Duration interval;
  private final Troubles troubles;
  private final InVain<Watched> vain;
  private final PullTurns turns;
  private final Set<Watched> looking = new HashSet<>();
  private final Set<Watched> hinted = new HashSet<>();
  private final Map<Turn.At, Turn.Taken> taken = new HashMap<>();
  private boolean hasBegun;

  public PullWatch(Outside outside, Previews previews, Worlds worlds, Ports ports) {
    pulls = outside.pulls();
    this.worlds = worlds;
    workers = ports.workers();
    scheduler = ports.scheduler();
    clock = ports.clock();
    random = ports.random();
    interval = ports.pollInterval();
    troubles = new Troubles(ports.journal());
    vain = new InVain<>(interval);
    turns = new PullTurns(outside, previews, workers, ports.journal());
  }

  /** Looks at once, for the server may have been away, and from then on at the interval. */
  public void start() {
    if (!pulls.equals(PullRequests.NONE)) {
      hasBegun = true;
      lookAtAll();
    }
  }

  /** Takes what was written; a hint at refs may be one at what a pull request brings. */
  public void took(List<Recorded> entries) {
    if (!hasBegun) {
      return;
    }
    for (Recorded recorded : entries) {
      if (recorded.entry() instanceof EventReceived received
          && received.event() instanceof Event.RefsHinted hint) {
        hinted(recorded.stream().organisation(), hint.repository());
      }
    }
  }

  /** How it goes with a notification, where that is one of comments. */
  public Standing standing(Organisation organisation, Standing standing) {
    if (!(standing.definition().receiver() instanceof Receiver.GitHubPullRequests)) {
      return standing;
    }
    World world = worlds.world(organisation);
    return troubles.of(
        standing,
        watched ->
            watched.organisation().equals(organisation)
                && Wanted.of(world, watched.url()).stream()
                    .anyMatch(it -> it.by().contains(standing.definition().name())),
        clock.instant());
  }

  private void lookAtAll() {
    worlds
        .all()
        .forEach((organisation, world) ->
            repositories(world).forEach(url -> look(new Watched(organisation, url))));
    double factor = 1 - JITTER + 2 * JITTER * random.nextDouble();
    scheduler.after(Duration.ofMillis(Math.round(interval.toMillis() * factor)), this::lookAtAll);
  }

  /** Each place once, however often people wrote its address in another way. */
  private static Iterable<RepositoryUrl> repositories(World world) {
    Map<String, RepositoryUrl> byPlace = new TreeMap<>();
    world.declared().repositories().forEach(url -> byPlace.putIfAbsent(url.place(), url));
    return List.copyOf(byPlace.values());
  }

  private void hinted(Organisation organisation, RepositoryUrl hint) {
    for (RepositoryUrl url : repositories(worlds.world(organisation))) {
      Watched watched = new Watched(organisation, url);
      if (url.leadsToSamePlaceAs(hint)) {
        if (looking.contains(watched)) {
          hinted.add(watched);
        } else {
          look(watched);
        }
      }
    }
  }

  private void look(Watched watched) {
    List<Wanted> wanted = Wanted.of(worlds.world(watched.organisation()), watched.url());
    if (wanted.isEmpty()
        || !pulls.knows(watched.url())
        || vain.isWaiting(watched, clock.instant())
        || !looking.add(watched)) {
      return;
    }
    workers.execute(
        lane(watched),
        () -> {
          Reading<Open> open = pulls.open(watched.url());
          scheduler.execute(() -> listed(watched, wanted, open));
        });
  }

  private void listed(Watched watched, List<Wanted> wanted, Reading<Open> reading) {
    switch (reading) {
      case Reading.Read<Open>(Open open) -> {
        taken.keySet().removeIf(at -> at.where().equals(watched) && isGone(at, open));
        remark(watched, open);
        go(watched, due(watched, wanted, open), 0, true);
      }
      case Reading.Unusable<Open>(Reason because) -> failed(watched, because);
      case Reading.Unavailable<Open>(Reason because) -> failed(watched, because);
    }
  }

  private static boolean isGone(Turn.At at, Open open) {
    return open.all().stream().noneMatch(one -> one.number() == at.number());
  }

  private void remark(Watched watched, Open open) {
    open.all().stream()
        .filter(PullRequest::isForeign)
        .forEach(one ->
            troubles.once(
                "Pull request %d of %s comes from a fork. Forks trigger nothing here, so it has no comment."
                    .formatted(one.number(), watched.url())));
    if (!open.isWhole()) {
      troubles.once(
          "%s has more open pull requests than are looked at; the %d that changed last are."
              .formatted(watched.url(), open.all().size()));
    }
  }

  private List<Turn> due(Watched watched, List<Wanted> wanted, Open open) {
    World world = worlds.world(watched.organisation());
    return open.all().stream()
        .filter(one -> !one.isForeign())
        .flatMap(one -> wanted.stream().map(it -> turn(world, watched, one, it)))
        .filter(this::isDue)
        .limit(TURNS_MAX)
        .toList();
  }

  private static Turn turn(World world, Watched watched, PullRequest one, Wanted wanted) {
    return new Turn(
        new Turn.At(watched, one.number(), wanted.context()),
        one.head(),
        wanted,
        wanted.versions(world, watched.organisation()));
  }

  private boolean isDue(Turn turn) {
    Turn.Taken before = taken.get(turn.at());
    return before == null || before.isOver(turn, clock.instant());
  }

  /** Takes the turns one after the other; the first that nobody can take just now ends it. */
  private void go(Watched watched, List<Turn> due, int next, boolean isWell) {
    if (next == due.size()) {
      if (isWell) {
        troubles.well(watched);
      }
      vain.noMore(watched);
      ended(watched);
      return;
    }
    Turn turn = due.get(next);
    turns.take(
        turn,
        lane(watched),
        outcome -> scheduler.execute(() -> became(turn, outcome, due, next, isWell)));
  }

  private void became(
      Turn turn, PullTurns.Outcome outcome, List<Turn> due, int next, boolean isWell) {
    Watched watched = turn.at().where();
    switch (outcome) {
      case PullTurns.Outcome.Said(boolean isNew, boolean isPassing) -> {
        taken.put(turn.at(), new Turn.Taken(turn, clock.instant(), isPassing));
        if (isNew) {
          troubles.said(watched, clock.instant());
        }
        go(watched, due, next + 1, isWell);
      }
      case PullTurns.Outcome.NotYet _ -> {
        vain.again(watched, clock.instant());
        ended(watched);
      }
      case PullTurns.Outcome.NotHere(Reason because) -> {
        taken.put(turn.at(), new Turn.Taken(turn, clock.instant(), true));
        troubles.failed(watched, because, clock.instant());
        go(watched, due, next + 1, false);
      }
      case PullTurns.Outcome.NotNow(Reason because) -> failed(watched, because);
    }
  }

  private void failed(Watched watched, Reason because) {
    troubles.failed(watched, because, clock.instant());
    vain.again(watched, clock.instant());
    ended(watched);
  }

  private void ended(Watched watched) {
    looking.remove(watched);
    if (hinted.remove(watched)) {
      look(watched);
    }
  }

  private static String lane(Watched watched) {
    return "pull requests " + watched.organisation() + " " + watched.url();
  }
}
