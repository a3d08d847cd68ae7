package dev.slipway.bench.goal;

import dev.slipway.app.outside.Hook;
import dev.slipway.bench.driver.Round;
import dev.slipway.bench.floor.DeployFloor;
import dev.slipway.bench.result.Result;
import dev.slipway.bench.result.Samples;
import dev.slipway.bench.subject.Caches;
import dev.slipway.bench.subject.Folder;
import dev.slipway.bench.subject.Origin;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** H1, H2 and H5: one signed event after another, each deploying a commit that is known already. */
record HotPath(Extent extent, Caches caches, InstantSource clock, Progress progress) {

  private static final String APPLICATION = "hot";

  /** The floor is simple and warm sooner. */
  private static final int FLOOR_WARMED_EVERY = 4;

  /** The agent's journal has one entry for each order, and it is outside the server's count. */
  private static final int AGENT_FSYNCS = 1;

  /** What was seen of both, round by round. */
  private record Seen(
      Samples.Collector start,
      Samples.Collector converged,
      Samples.Collector floorStart,
      Samples.Collector floorConverged) {

    static Seen nothing() {
      return new Seen(
          new Samples.Collector(),
          new Samples.Collector(),
          new Samples.Collector(),
          new Samples.Collector());
    }

    void subject(Round round) {
      start.add(round.toStart());
      converged.add(round.toConverged());
    }

    void floor(Round round) {
      floorStart.add(round.toStart());
      floorConverged.add(round.toConverged());
    }
  }

  List<Result> measure() throws IOException {
    try (Folder folder = Folder.make();
        DeployFloor floor = DeployFloor.in(folder.path());
        Workbench bench = Workbench.in(folder, caches, clock)) {
      Hook hook = bench.hook("events");
      String sha =
          bench.add(
              Origin.make(folder.path(), APPLICATION),
              APPLICATION,
              "{on: event, type: %s}".formatted(Workbench.BUILT));
      warm(floor, bench, hook, sha);
      return measure(floor, bench, hook, sha);
    }
  }

  private void warm(DeployFloor floor, Workbench bench, Hook hook, String sha) throws IOException {
    for (int i = 0; i < extent.warmUps(); i++) {
      progress.at("warming up", i, extent.warmUps());
      bench.deployByEvent(hook, APPLICATION, sha);
      if (i % FLOOR_WARMED_EVERY == 0) {
        floor.round(hook.event(Workbench.BUILT, APPLICATION, sha, 0).body());
      }
    }
  }

  private List<Result> measure(DeployFloor floor, Workbench bench, Hook hook, String sha)
      throws IOException {
    Seen seen = Seen.nothing();
    double cpu = bench.subject().cpuMillis();
    long writes = bench.subject().durableWrites();
    for (int i = 0; i < extent.rounds(); i++) {
      progress.at("H1 H2 H5", i, extent.rounds());
      seen.floor(floor.round(hook.event(Workbench.BUILT, APPLICATION, sha, 0).body()));
      seen.subject(bench.deployByEvent(hook, APPLICATION, sha));
    }
    return results(
        seen,
        (bench.subject().cpuMillis() - cpu) / extent.rounds(),
        (double) (bench.subject().durableWrites() - writes) / extent.rounds() + AGENT_FSYNCS);
  }

  private List<Result> results(Seen seen, double cpu, double fsyncs) {
    return List.of(
        latency(Goal.H1, seen.start().samples(), seen.floorStart().samples(), cpu, fsyncs),
        latency(Goal.H2, seen.converged().samples(), seen.floorConverged().samples(), cpu, fsyncs),
        new Result(
            Goal.H5.name(),
            Goal.H5.target().isMetBy(OptionalDouble.empty(), OptionalDouble.of(cpu)),
            Optional.empty(),
            OptionalDouble.empty(),
            OptionalDouble.of(cpu),
            OptionalDouble.of(fsyncs),
            List.of("after " + extent.warmUps() + " rounds of warming up")));
  }

  private static Result latency(
      Goal goal, Samples subject, Samples floor, double cpu, double fsyncs) {
    OptionalDouble least = OptionalDouble.of(floor.p50());
    OptionalDouble ratio = OptionalDouble.of(subject.p50() / floor.p50());
    return new Result(
        goal.name(),
        goal.target().isMetBy(ratio, OptionalDouble.of(cpu)),
        Optional.of(subject),
        least,
        OptionalDouble.of(cpu),
        OptionalDouble.of(fsyncs),
        List.of());
  }
}
