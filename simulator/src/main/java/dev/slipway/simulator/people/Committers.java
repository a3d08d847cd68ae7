package dev.slipway.simulator.people;

import dev.slipway.model.Bytes;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.command.Command;
import dev.slipway.model.event.Event;
import dev.slipway.simulator.Happening;
import dev.slipway.simulator.Kernel;
import dev.slipway.simulator.Life;
import dev.slipway.simulator.Manifest;
import dev.slipway.simulator.Program;
import dev.slipway.simulator.SourceControl;
import dev.slipway.simulator.Town;
import dev.slipway.simulator.Townsfolk;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Those who push commits, and now and then go back to an earlier one; their host, which tells once,
 * twice or never; and whoever builds a commit, and announces it.
 */
public final class Committers implements Townsfolk {

  private static final Duration AWAY = Duration.ofSeconds(90);

  private final Town town;
  private final Kernel kernel;
  private final Builders builders;
  private final Publishers publishers;
  private final Map<Program, Integer> commits = new HashMap<>();
  private int told;

  public Committers(Town town, Builders builders) {
    this.town = town;
    this.kernel = town.kernel;
    this.builders = builders;
    publishers = new Publishers(town);
  }

  @Override
  public List<Happening> happenings() {
    return List.of(
        new Happening("push", 22, this::push),
        new Happening("announce", 2, this::announce),
        new Happening("remove-application", 1, this::remove),
        new Happening("stop-removed", 2, this::stop));
  }

  /** The host may be away just then; whoever adds an application tries until it is there. */
  public void add(Program program, Runnable then) {
    town.clients.wishUntil(
        List.of("application-added"),
        new Command.AddApplication(program.url(), Optional.of("main"), "slipway.yaml"),
        then);
  }

  private void push() {
    Program program = town.anyProgram();
    int newest = commits.merge(program, 2, (before, _) -> before + 1);
    int number = kernel.chance(15) ? 1 + kernel.random().nextInt(newest) : newest;
    push(program, number);
    if (kernel.chance(80)) {
      builders.test(program, number);
    }
    publishers.publish(program);
    if (!kernel.chance(30)) {
      hint(program);
    }
  }

  /** Moves the branch, and tells nobody. */
  public void push(Program program, int number) {
    town.source.push(program, number);
    town.trace.add(program.name() + " is at commit " + number);
  }

  /** Says that the branch changed, perhaps twice, under the same id or another. */
  public void hint(Program program) {
    told++;
    hint(program, "delivery-" + told);
    if (kernel.chance(20)) {
      hint(program, "delivery-" + told);
    }
    if (kernel.chance(20)) {
      told++;
      hint(program, "delivery-" + told);
    }
  }

  /** Says so once, under an id. */
  public void hint(Program program, String key) {
    Bytes body = Bytes.ofUtf8("{\"delivery\":\"%s\",\"of\":\"%s\"}".formatted(key, program.name()));
    town.hooks.send(key, body, new Event.RefsHinted(program.url(), List.of(SourceControl.MAIN)));
  }

  /** Whoever built a commit announces it, perhaps twice under the same id. */
  private void announce() {
    Program program = town.anyProgram();
    int number = 1 + kernel.random().nextInt(commits.getOrDefault(program, 1));
    told++;
    String id = "build-" + told;
    Bytes body = Bytes.ofUtf8("{\"id\":\"%s\",\"commit\":%d}".formatted(id, number));
    Event event =
        new Event.Announced(
            Manifest.BUILT,
            "/builds",
            id,
            program.name(),
            program.sha(number),
            Optional.of(SourceControl.MAIN));
    town.trace.add(id + " is of commit " + number);
    town.hooks.send(id, body, event);
    if (kernel.chance(20)) {
      town.hooks.send(id, body, event);
    }
  }

  /**
   * Takes an application out, and brings it back some time later. One that was not there is not
   * brought: what is on its route may have to be founded first.
   */
  private void remove() {
    Program program = town.anyProgram();
    town.clients.wishOnce(
        "application-removed",
        new Command.RemoveApplication(program.name()),
        () -> removed(program));
  }

  private void removed(Program program) {
    if (kernel.chance(50)) {
      stop(program);
    }
    kernel.within(Life.OUTSIDE, AWAY, () -> add(program, () -> {}));
  }

  /** Mostly of one that is there, and then in vain. */
  private void stop() {
    stop(town.anyProgram());
  }

  /** Has what runs of it ended in one environment. */
  private void stop(Program program) {
    List<EnvironmentName> all = town.size.environments();
    EnvironmentName one = all.get(kernel.random().nextInt(all.size()));
    town.clients.wish(
        new Command.StopRemoved(new Placement(program.name(), one), Optional.of(one)));
  }
}
