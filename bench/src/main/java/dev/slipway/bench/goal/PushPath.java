package dev.slipway.bench.goal;

import dev.slipway.app.outside.Hook;
import dev.slipway.bench.floor.SourceFloor;
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

/** H8: a push has returned, a webhook hints at it, and the new commit is fetched and deployed. */
record PushPath(Extent extent, Caches caches, InstantSource clock, Progress progress) {

  private static final String APPLICATION = "pushed";

  Result measure() throws IOException {
    try (Folder folder = Folder.make();
        Workbench bench = Workbench.in(folder, caches, clock)) {
      Hook hook = bench.hook("github");
      Origin origin = Origin.make(folder.path(), APPLICATION);
      bench.add(origin, APPLICATION, "{on: push, branch: main}");
      SourceFloor floor = SourceFloor.in(folder.path(), origin.url(), bench.starts().command());
      run(extent.pushes() / 2, bench, hook, origin, floor);
      double cpu = bench.subject().cpuMillis();
      Seen seen = run(extent.pushes(), bench, hook, origin, floor);
      return result(seen, (bench.subject().cpuMillis() - cpu) / extent.pushes());
    }
  }

  private record Seen(Samples subject, Samples floor) {}

  private Seen run(int pushes, Workbench bench, Hook hook, Origin origin, SourceFloor floor)
      throws IOException {
    Samples.Collector subject = new Samples.Collector();
    Samples.Collector least = new Samples.Collector();
    for (int i = 0; i < pushes; i++) {
      progress.at("H8", i, pushes);
      String sha = origin.push("change.txt", Long.toString(System.nanoTime()));
      subject.add(bench.deployByPush(hook, origin.url(), sha).toConverged());
      least.add(floor.round());
    }
    return new Seen(subject.samples(), least.samples());
  }

  private static Result result(Seen seen, double cpu) {
    OptionalDouble ratio = OptionalDouble.of(seen.subject().p50() / seen.floor().p50());
    return new Result(
        Goal.H8.name(),
        Goal.H8.target().isMetBy(ratio, OptionalDouble.of(cpu)),
        Optional.of(seen.subject()),
        OptionalDouble.of(seen.floor().p50()),
        OptionalDouble.of(cpu),
        OptionalDouble.empty(),
        List.of());
  }
}
