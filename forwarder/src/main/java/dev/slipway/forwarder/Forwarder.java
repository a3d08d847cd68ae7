package dev.slipway.forwarder;

import dev.slipway.forwarder.routes.Door;
import dev.slipway.forwarder.routes.ForwarderFolder;
import dev.slipway.forwarder.routes.Malformed;
import dev.slipway.forwarder.routes.Routes;
import dev.slipway.forwarder.routes.Standing;
import dev.slipway.forwarder.routes.Traffic;
import dev.slipway.forwarder.routes.Way;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Holds the doors open as the files of routes say, and says what came of each. Thread-safe. */
final class Forwarder {

  private final Limits limits;
  private final RunFolder says;
  private final Consumer<String> log;
  private final Switchboard board = new Switchboard(this::tell);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Splicing splicing = new Splicing(board, threads);
  private final Doors doors;
  private final HttpSide http;
  private final SortedMap<String, Wish> wishes = new TreeMap<>();
  private Set<InetSocketAddress> taken = Set.of();
  private Map<InetSocketAddress, Door> inForce = Map.of();
  private volatile boolean leaving;

  /**
   * What one file says.
   *
   * @param routes the last ones of the file that could be read
   */
  private record Wish(String digest, Optional<String> problem, Routes routes) {}

  Forwarder(Limits limits, RunFolder says, Consumer<String> log) throws Exception {
    this.limits = limits;
    this.says = says;
    this.log = log;
    this.http = HttpSide.start(new Passing(board, limits, () -> leaving), limits);
    this.doors = new Doors(this::welcome);
    Thread.ofPlatform().name("doors").daemon(true).start(doors::listen);
  }

  /** Takes the files of routes as they are now, by their names. */
  synchronized void set(SortedMap<String, String> files) {
    wishes.keySet().retainAll(files.keySet());
    files.forEach((name, text) -> wishes.merge(name, wish(name, text), Forwarder::after));
    lay();
  }

  /** Tries again to open what was taken. */
  synchronized void lay() {
    Map<InetSocketAddress, Door> wanted = new LinkedHashMap<>();
    wishes
        .values()
        .forEach(wish ->
            wish.routes().doors().forEach(door -> wanted.putIfAbsent(door.address(), door)));
    board.lay(wanted.values());
    inForce = wanted;
    if (!leaving) {
      taken = doors.set(wanted.keySet());
    }
    tell();
  }

  synchronized boolean isWaitingForDoors() {
    return !taken.isEmpty();
  }

  synchronized boolean isWanted() {
    return !wishes.isEmpty();
  }

  /**
   * Closes the doors and returns when everybody has left, or it has lasted too long. Requests that
   * come on connections that are there are answered, each as the last of its connection.
   */
  void leave() throws IOException, InterruptedException {
    leaving = true;
    doors.close();
    long end = System.nanoTime() + limits.leaveMillis() * 1_000_000;
    while (busy() > 0 && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    log.accept(busy() == 0 ? "everybody has left" : "cut " + busy() + " connections off");
    says.remove();
  }

  private int busy() {
    return http.connections() + splicing.joined();
  }

  private void welcome(InetSocketAddress door, SocketChannel client) {
    try {
      Traffic traffic = board.line(door).map(Line::traffic).orElse(Traffic.HTTP);
      if (busy() >= limits.connections()) {
        client.close();
        return;
      }
      switch (traffic) {
        case HTTP -> http.take(client);
        case TCP -> splicing.join(door, client);
      }
    } catch (IOException e) {
      log.accept("a connection could not be taken: " + e.getMessage());
    }
  }

  private Wish wish(String name, String text) {
    String digest = ForwarderFolder.digest(text);
    try {
      return new Wish(digest, Optional.empty(), Routes.parse(text));
    } catch (Malformed e) {
      log.accept("routes of " + name + " are not used: " + e.sentence());
      return new Wish(digest, Optional.of(e.sentence()), new Routes(List.of()));
    }
  }

  /** Routes that cannot be read leave the ones before them in force. */
  private static Wish after(Wish before, Wish next) {
    return next.problem().isPresent()
        ? new Wish(next.digest(), next.problem(), before.routes())
        : next;
  }

  private synchronized void tell() {
    wishes.forEach((name, wish) -> says.say(name, standing(wish)));
    says.keepOnly(wishes.keySet());
  }

  private Standing standing(Wish wish) {
    List<InetSocketAddress> shut = new ArrayList<>();
    List<InetSocketAddress> idle = new ArrayList<>();
    for (Door door : wish.routes().doors()) {
      boolean isOurs = door.equals(inForce.get(door.address()));
      if (taken.contains(door.address()) || !isOurs) {
        shut.add(door.address());
      }
      door.ways().stream()
          .filter(Way::draining)
          .map(Way::to)
          .filter(board::isIdle)
          .forEach(idle::add);
    }
    return new Standing(wish.digest(), wish.problem(), shut, idle);
  }
}
