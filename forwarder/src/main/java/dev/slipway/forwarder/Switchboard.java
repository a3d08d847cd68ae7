package dev.slipway.forwarder;

import dev.slipway.forwarder.routes.Door;
import dev.slipway.forwarder.routes.Way;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which process a request is given to now. Thread-safe; switching is one step for all doors. */
final class Switchboard {

  /** A table may change again and again while somebody chooses, but hardly so often. */
  private static final int CHOICES_MAX = 100;

  private final Map<InetSocketAddress, Upstream> upstreams = new HashMap<>();
  private final Runnable idle;
  private volatile Map<InetSocketAddress, Line> lines = Map.of();

  /** An empty board; {@code idle} is run whenever a draining process has ended all it had. */
  Switchboard(Runnable idle) {
    this.idle = idle;
  }

  /** Switches to these doors, each with an address of its own. */
  synchronized void lay(Collection<Door> doors) {
    Map<InetSocketAddress, Line> next = new HashMap<>();
    Set<InetSocketAddress> open = new HashSet<>();
    Set<InetSocketAddress> mentioned = new HashSet<>();
    for (Door door : doors) {
      Line line = new Line(door.traffic());
      next.put(door.address(), line);
      for (Way way : door.ways()) {
        mentioned.add(way.to());
        Upstream upstream = upstreams.computeIfAbsent(way.to(), to -> new Upstream(to, idle));
        if (!way.draining()) {
          open.add(way.to());
          upstream.draining(false);
          line.add(upstream, way.weight());
        }
      }
    }
    lines = Map.copyOf(next);
    upstreams.forEach((address, upstream) -> upstream.draining(!open.contains(address)));
    upstreams
        .entrySet()
        .removeIf(one -> !mentioned.contains(one.getKey()) && one.getValue().isIdle());
  }

  Optional<Line> line(InetSocketAddress door) {
    return Optional.ofNullable(lines.get(door));
  }

  /**
   * A process for something new at a door; whoever gets it must {@link Upstream#release} it.
   *
   * @param tried those to be avoided if there is any other
   */
  Optional<Upstream> take(InetSocketAddress door, Set<Upstream> tried) {
    for (int choices = 0; choices < CHOICES_MAX; choices++) {
      Optional<Upstream> next = line(door).flatMap(line -> line.next(tried));
      if (next.isEmpty() || next.get().take()) {
        return next;
      }
    }
    return Optional.empty();
  }

  /** Whether a process has nothing to do that came through here. */
  synchronized boolean isIdle(InetSocketAddress address) {
    Upstream upstream = upstreams.get(address);
    return upstream == null || upstream.isIdle();
  }
}
