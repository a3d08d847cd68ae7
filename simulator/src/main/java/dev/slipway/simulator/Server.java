package dev.slipway.simulator;

import dev.slipway.engine.fold.World;
import dev.slipway.ledger.Ledger;
import dev.slipway.ledger.memory.MemoryStore;
import dev.slipway.model.Bytes;
import dev.slipway.model.Position;
import dev.slipway.simulator.laws.Standing;
import dev.slipway.simulator.planted.Breaks;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The server, as one sees it from outside: one process or several, and none of them is special. */
public final class Server {

  private final Kernel kernel;
  private final Site site;
  private final Breaks breaks;
  private final Ledger ledger;
  private final List<Replica> replicas;

  Server(
      Kernel kernel,
      Trace trace,
      Keys keys,
      SourceControl source,
      Site site,
      Breaks breaks,
      int count) {
    this.kernel = kernel;
    this.site = site;
    this.breaks = breaks;
    ledger = site.ledger(kernel, task -> {});
    replicas =
        IntStream.rangeClosed(1, count)
            .mapToObj(number ->
                new Replica(
                    count == 1 ? "server" : "server-" + number,
                    kernel,
                    trace,
                    keys,
                    source,
                    site,
                    breaks,
                    count == 1))
            .toList();
  }

  public List<Replica> replicas() {
    return replicas;
  }

  /** One of those that are expected to run. */
  public Replica anyReplica() {
    List<Replica> there = there();
    return there.size() == 1 ? there.getFirst() : there.get(kernel.random().nextInt(there.size()));
  }

  private List<Replica> there() {
    return replicas.stream().filter(one -> !one.isRetired()).toList();
  }

  /** One process ends, and nobody starts it again; the last one stays. */
  public void retire() {
    if (there().size() > 1) {
      anyReplica().retire();
    }
  }

  MemoryStore store() {
    return site.store();
  }

  /** The ledger as it really is, whatever replicas are given. */
  Ledger ledger() {
    return ledger;
  }

  /** The exact bytes that are found on its disk. */
  List<Bytes> found() {
    return breaks.entries(store().entries());
  }

  Site site() {
    return site;
  }

  /** The clock of its first process. */
  public Clock clock() {
    return replicas.getFirst().clock();
  }

  public void freeze() {
    replicas.forEach(Replica::freeze);
  }

  public void thaw() {
    there().forEach(Replica::thaw);
  }

  /** Ends all lives at once. */
  public void crash() {
    replicas.forEach(Replica::crash);
  }

  /** Starts every process that is down and expected to run. */
  public void start() {
    there().stream().filter(one -> one.present().isEmpty()).forEach(Replica::start);
  }

  /** What whoever is the furthest believes now; empty while all are down. */
  public Optional<World> world() {
    return replicas.stream()
        .flatMap(one -> one.world().stream())
        .max(Comparator.comparing(World::position));
  }

  /** What each process believes. */
  List<World> worlds() {
    return replicas.stream().flatMap(one -> one.world().stream()).toList();
  }

  /** The processes that are there. */
  List<Standing.Reader> processes() {
    return replicas.stream()
        .filter(one -> one.present().isPresent())
        .map(one -> new Standing.Reader(one.format(), one.runsSince()))
        .toList();
  }

  /** Since when all its processes have run, and nobody set a clock. */
  Instant undisturbedSince() {
    return there().stream().map(Replica::undisturbedSince).max(Instant::compareTo).orElseThrow();
  }

  /** The last entry that is durable. */
  Position head() {
    return ledger.head();
  }
}
