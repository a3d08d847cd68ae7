package dev.slipway.simulator;

import dev.slipway.model.Organisation;
import java.time.Duration;
import java.time.Instant;

/**
 * What befalls the town: pushes, wishes, crashes, outages, for a while; and then it is calm, and
 * everything has time to come to its end.
 */
final class Weather {

  private static final Duration STORM = Duration.ofMinutes(15);
  private static final Duration CALM = Duration.ofMinutes(100);
  private static final Duration NEXT = Duration.ofSeconds(15);
  private static final Duration DOWN = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMinutes(2);
  private static final Duration LOOK = Duration.ofSeconds(30);

  private final Town town;
  private final Kernel kernel;
  private final Instant stormUntil;
  private int commits = 1;

  Weather(Town town) {
    this.town = town;
    this.kernel = town.kernel;
    this.stormUntil = kernel.instant().plus(STORM);
  }

  Instant end() {
    return stormUntil.plus(CALM);
  }

  void begin() {
    next();
  }

  private void next() {
    if (kernel.instant().isBefore(stormUntil)) {
      happen();
      kernel.within(Life.OUTSIDE, NEXT, this::next);
    } else {
      calm();
    }
  }

  private void happen() {
    int what = kernel.random().nextInt(100);
    Computer computer = town.computers.get(kernel.random().nextInt(town.computers.size()));
    if (what < 22) {
      push();
    } else if (what < 24) {
      town.approvers.expel();
    } else if (what < 26) {
      town.people.announce(1 + kernel.random().nextInt(commits));
    } else if (what < 27) {
      town.people.removeShopForAWhile();
    } else if (what < 29) {
      town.builders.decree();
    } else if (what < 32) {
      town.approvers.decree();
    } else if (what < 38) {
      town.approvers.speak();
    } else if (what < 39) {
      town.approvers.dismiss();
    } else if (what < 43) {
      town.wardens.lock();
    } else if (what < 47) {
      town.wardens.unlockOne();
    } else if (what < 57) {
      deploy();
    } else if (what < 67) {
      town.server.crash();
      kernel.within(Life.OUTSIDE, DOWN, this::serverUp);
    } else if (what < 79) {
      computer.crash();
      kernel.within(Life.OUTSIDE, DOWN, () -> up(computer));
    } else if (what < 84) {
      computer.restart();
      kernel.within(Life.OUTSIDE, DOWN, () -> up(computer));
    } else if (what < 89) {
      kill(computer);
    } else if (what < 92) {
      town.source.away(true);
      kernel.within(Life.OUTSIDE, DOWN, () -> town.source.away(false));
    } else if (what < 96) {
      town.people.cancel();
    } else if (what < 97) {
      town.people.rollback(kernel.chance(50) ? "staging" : "production");
    } else if (what < 98) {
      town.people.pause(kernel.chance(50) ? "staging" : "production", PAUSE);
    } else {
      town.people.settle();
    }
  }

  /** Now and then somebody locks something in the same moment. */
  private void deploy() {
    town.people.deploy(kernel.chance(50) ? "staging" : "production");
    if (kernel.chance(30)) {
      town.wardens.lock();
    }
  }

  private void push() {
    commits++;
    int number = kernel.chance(15) ? 1 + kernel.random().nextInt(commits) : commits;
    town.source.push(SourceControl.MAIN, number);
    town.trace.add("main is at commit " + number);
    if (kernel.chance(80)) {
      town.builders.test(number);
    }
    if (!kernel.chance(30)) {
      town.people.hint(SourceControl.MAIN);
    }
  }

  private void kill(Computer computer) {
    town.server
        .present()
        .ifPresent(alive ->
            alive.loop().memory().world(Organisation.MAIN).deliveries().slots().keySet().stream()
                .filter(slot -> slot.target().equals(computer.identity().target()))
                .forEach(slot -> computer.machine().kill(slot)));
  }

  private void serverUp() {
    if (town.server.present().isEmpty()) {
      town.server.start();
    }
  }

  private static void up(Computer computer) {
    if (!computer.isUp()) {
      computer.start();
    }
  }

  private void calm() {
    town.trace.add("the weather is calm");
    town.network.calm();
    town.source.away(false);
    serverUp();
    town.computers.forEach(Weather::up);
    look();
  }

  private void look() {
    town.people.settle();
    town.wardens.unlockAll();
    town.people.release();
    town.approvers.relent();
    town.builders.relent();
    kernel.after(Life.OUTSIDE, LOOK, this::look);
  }
}
