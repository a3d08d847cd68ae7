package dev.slipway.bench.goal;

import dev.slipway.bench.driver.Changes;
import dev.slipway.bench.floor.StepFloor;
import dev.slipway.bench.result.Result;
import dev.slipway.bench.result.Samples;
import dev.slipway.bench.subject.Api;
import dev.slipway.bench.subject.Caches;
import dev.slipway.bench.subject.Folder;
import dev.slipway.bench.subject.IdleAgent;
import dev.slipway.bench.subject.Origin;
import dev.slipway.bench.subject.Subject;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * H3: rollouts of ten durable steps at an agent that has nothing to do, wished for one after the
 * other. What counts is the time of one step; its processor time holds a tenth of all around it.
 */
record Rollouts(Extent extent, Caches caches, InstantSource clock, Progress progress) {

  private static final int STEPS = 10;
  private static final String APPLICATION = "stepwise";

  /** The agent's journal has one entry for each order, and it is outside the server's count. */
  private static final int AGENT_FSYNCS = 1;

  Result measure() throws IOException {
    try (Folder folder = Folder.make();
        StepFloor floor = StepFloor.in(folder.path(), List.of());
        Subject subject = Subject.startCounted(folder, caches);
        Api api = Api.at(subject.address(), subject.token());
        Changes changes = Changes.follow(subject.address(), "", api.credentials())) {
      api.apply(
          "{environment: %s}".formatted(APPLICATION),
          "{target: edge, environment: %s}".formatted(APPLICATION));
      try (IdleAgent _ = api.joinIdle(folder, subject.address(), APPLICATION, "edge", clock)) {
        List<String> commits = commits(Origin.make(folder.path(), APPLICATION), api);
        run(extent.warmUps(), commits, api, changes, floor);
        double cpu = subject.cpuMillis();
        long writes = subject.durableWrites();
        Seen seen = run(extent.rollouts(), commits, api, changes, floor);
        double steps = (double) extent.rollouts() * STEPS;
        return result(
            seen,
            (subject.cpuMillis() - cpu) / steps,
            (subject.durableWrites() - writes) / steps + AGENT_FSYNCS);
      }
    }
  }

  /** Two commits that are brought in turn. */
  private static List<String> commits(Origin origin, Api api) {
    String first =
        origin.push(
            "slipway.yaml",
            """
            application: %s
            services:
              web:
                run: ./bin/web
                replicas: %d
                strategy: rolling
            route: [%s]
            """
                .formatted(APPLICATION, STEPS, APPLICATION));
    api.addApplication(origin.url());
    return List.of(first, origin.push("change.txt", "another commit"));
  }

  private record Seen(Samples subject, Samples floor, Samples whole) {}

  private Seen run(int rollouts, List<String> commits, Api api, Changes changes, StepFloor floor)
      throws IOException {
    Samples.Collector subject = new Samples.Collector();
    Samples.Collector least = new Samples.Collector();
    Samples.Collector whole = new Samples.Collector();
    for (int i = 0; i < rollouts; i++) {
      progress.at("H3", i, rollouts);
      changes.forget();
      long began = System.nanoTime();
      api.deploy(APPLICATION, APPLICATION, commits.get(i % commits.size()));
      long ordered = changes.awaitOrdered();
      long settled = changes.awaitSettled();
      subject.add((settled - ordered) / STEPS);
      whole.add(settled - began);
      least.add(floor.round(STEPS) / STEPS);
    }
    return new Seen(subject.samples(), least.samples(), whole.samples());
  }

  private static Result result(Seen seen, double cpu, double fsyncs) {
    OptionalDouble ratio = OptionalDouble.of(seen.subject().p50() / seen.floor().p50());
    return new Result(
        Goal.H3.name(),
        Goal.H3.target().isMetBy(ratio, OptionalDouble.of(cpu)),
        Optional.of(seen.subject()),
        OptionalDouble.of(seen.floor().p50()),
        OptionalDouble.of(cpu),
        OptionalDouble.of(fsyncs),
        List.of(
            "from the first order told until the settlement is, by ten; from the wish on a rollout takes %.1f ms"
                .formatted(seen.whole().p50())));
  }
}
