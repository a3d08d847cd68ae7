package dev.slipway.simulator;

import dev.slipway.ledger.Ledger;
import dev.slipway.model.TargetId;
import dev.slipway.model.entry.Recorded;
import dev.slipway.simulator.laws.Ending;
import dev.slipway.simulator.laws.Laws;
import dev.slipway.simulator.laws.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A server of a town, and the laws held against everything that happens there. */
final class Watched {

  private static final int PAGE = 1_000;
  private static final Duration LOOKS_EVERY = Duration.ofSeconds(2);

  private final Town town;
  private final Server server;
  private final Laws laws = new Laws();
  private Instant looksAt = Instant.MIN;
  private int heard;
  private int seen;
  private int told;

  Watched(Town town) {
    this(town, town.server);
  }

  /** Goes by what another server writes than the town's first one. */
  Watched(Town town, Server server) {
    this.town = town;
    this.server = server;
  }

  Server server() {
    return server;
  }

  Town town() {
    return town;
  }

  Laws laws() {
    return laws;
  }

  /** Lets the next thing happen, and holds it to the laws. */
  void step() {
    town.kernel.step();
    List<CheckHost.Said> said = town.source.checks().said();
    said.subList(heard, said.size()).forEach(laws::after);
    heard = said.size();
    List<ImageHost.Said> images = town.source.images().said();
    images.subList(seen, images.size()).forEach(laws::after);
    seen = images.size();
    List<DeploymentHost.Said> asked = town.source.deployments().said();
    asked.subList(told, asked.size()).forEach(laws::after);
    told = asked.size();
    read(server.ledger());
    look();
    while (!server.site().authored().isEmpty()) {
      laws.after(server.site().authored().remove());
    }
    while (!server.site().doorstep().arrived().isEmpty()) {
      laws.after(server.site().doorstep().arrived().remove());
    }
    while (!town.done.isEmpty()) {
      Machine.Done done = town.done.remove();
      town.trace.add(() -> "done: " + done);
      laws.after(done);
    }
  }

  private void look() {
    Instant now = town.kernel.instant();
    if (!now.isBefore(looksAt)) {
      looksAt = now.plus(LOOKS_EVERY);
      laws.meanwhile(
          new Standing(now, server.undisturbedSince(), server.worlds(), server.processes()));
    }
  }

  private void read(Ledger ledger) {
    while (ledger.head().isAfter(laws.world().position())) {
      for (Recorded recorded : ledger.read(laws.world().position(), PAGE)) {
        town.trace.add(
            () -> "%s %s %s".formatted(recorded.position(), recorded.stream(), recorded.entry()));
        laws.after(recorded);
      }
    }
  }

  void atRest() {
    laws.atRest(server.clock().instant());
  }

  void atTheEnd() {
    Map<TargetId, Machine> machines = new HashMap<>();
    town.computers.forEach(c -> machines.put(c.target(), c.machine()));
    laws.atTheEnd(
        new Ending(
            laws.world(),
            server.worlds(),
            server.found(),
            town.hooks.acknowledged(),
            town.source.heads(),
            server.site().blobs(),
            machines));
  }
}
