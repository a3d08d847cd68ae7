package dev.slipway.simulator.people;

import dev.slipway.model.command.Command;
import dev.slipway.model.external.ExternalOutcome;
import dev.slipway.model.external.ExternalReport;
import dev.slipway.model.external.ExternalRun;
import dev.slipway.model.external.RunId;
import dev.slipway.model.external.ToolName;
import dev.slipway.simulator.Happening;
import dev.slipway.simulator.Kernel;
import dev.slipway.simulator.Life;
import dev.slipway.simulator.Town;
import dev.slipway.simulator.Townsfolk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Those who deploy with tools of their own, and tell of it: late, again, and now and then otherwise
 * than before.
 */
public final class Outsiders implements Townsfolk {

  private static final ToolName TOOL = new ToolName("jenkins");
  private static final Duration SOON = Duration.ofSeconds(90);
  private static final int COMMITS = 20;

  private final Town town;
  private final Kernel kernel;
  private final List<ExternalReport> told = new ArrayList<>();

  public Outsiders(Town town) {
    this.town = town;
    this.kernel = town.kernel;
  }

  @Override
  public List<Happening> happenings() {
    return List.of(new Happening("external", 2, this::tell));
  }

  private void tell() {
    ExternalReport report = told.isEmpty() || kernel.chance(60) ? another() : before();
    told.add(report);
    send(report);
    if (kernel.chance(25)) {
      send(report);
    }
  }

  /** It arrives some time. */
  private void send(ExternalReport report) {
    kernel.within(Life.OUTSIDE, SOON, () -> town.clients.wish(new Command.RecordExternal(report)));
  }

  private ExternalReport another() {
    return new ExternalReport(
        town.anyPlacement(),
        town.anyProgram().sha(1 + kernel.random().nextInt(COMMITS)),
        new ExternalRun(TOOL, new RunId("run-" + told.size())),
        kernel.chance(75) ? ExternalOutcome.SUCCEEDED : ExternalOutcome.FAILED,
        Optional.empty(),
        Optional.of(kernel.instant()).filter(_ -> kernel.chance(70)),
        Optional.empty());
  }

  /** What was told before, mostly just so. */
  private ExternalReport before() {
    ExternalReport one = told.get(kernel.random().nextInt(told.size()));
    return kernel.chance(75)
        ? one
        : new ExternalReport(
            one.placement(),
            one.sha(),
            one.run(),
            ExternalOutcome.FAILED,
            Optional.empty(),
            one.ended(),
            Optional.empty());
  }
}
