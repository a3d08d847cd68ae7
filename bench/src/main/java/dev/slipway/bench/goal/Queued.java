package dev.slipway.bench.goal;

import dev.slipway.bench.driver.Changes;
import dev.slipway.bench.driver.Programs;
import dev.slipway.bench.driver.StartSeen;
import dev.slipway.bench.floor.StepFloor;
import dev.slipway.bench.inside.EngineSteps;
import dev.slipway.bench.result.Result;
import dev.slipway.bench.result.Samples;
import dev.slipway.bench.subject.Api;
import dev.slipway.bench.subject.Caches;
import dev.slipway.bench.subject.Folder;
import dev.slipway.bench.subject.Origin;
import dev.slipway.bench.subject.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * H4: deploys of a command that does nothing are queued behind one that is held back; then all of
 * them run in order at one target, and what counts is from one's end to the next one's.
 */
record Queued(Extent extent, Caches caches, InstantSource clock, Progress progress) {

  private static final String APPLICATION = "queued";
  private static final int AGENT_FSYNCS = 1;
  private static final List<Integer> LENGTHS = List.of(100, 1_000);
  private static final double NANOS_PER_MINUTE = 60e9;

  /** What the engine alone has to reach, with a ledger in memory. */
  private static final double ENGINE_STEPS_PER_MINUTE = 60_000;

  /** One queue that was worked off. */
  private record Seen(Samples subject, double perMinute, double cpu, double fsyncs) {}

  Result measure() throws IOException {
    progress.at("H4 engine only", 0, 1);
    EngineSteps engine = EngineSteps.measure(extent.engineSteps(), extent.engineSteps(), clock);
    try (Folder folder = Folder.make();
        StepFloor floor = StepFloor.in(folder.path(), List.of("true"));
        Subject subject = Subject.startCounted(folder, caches);
        Api api = Api.at(subject.address(), subject.token());
        StartSeen starts = StartSeen.at(folder.resolve("starts"));
        Changes changes = Changes.follow(subject.address(), "", api.credentials())) {
      Queue queue = Queue.in(folder, subject, api, starts, changes);
      List<Seen> seen = new ArrayList<>();
      Samples.Collector least = new Samples.Collector();
      for (int left = extent.warmUps(); left > 0; left -= LENGTHS.getLast()) {
        queue.workOff(Math.min(left, LENGTHS.getLast()), progress);
      }
      for (int length : LENGTHS) {
        for (int i = 0; i < LENGTHS.getFirst(); i++) {
          least.add(floor.round(1));
        }
        seen.add(queue.workOff(length, progress));
      }
      return result(seen, least.samples(), engine);
    }
  }

  private record Queue(
      Subject subject,
      Api api,
      StartSeen starts,
      Changes changes,
      Path gate,
      String slow,
      String nothing) {

    static Queue in(Folder folder, Subject subject, Api api, StartSeen starts, Changes changes) {
      Path gate = folder.resolve("gate");
      Programs.run(folder.path(), "mkfifo", gate.toString());
      Origin origin = Origin.make(folder.path(), APPLICATION);
      origin.write(
          "wait.sh", "tee '%s' </dev/null; read word <'%s'%n".formatted(starts.path(), gate));
      String slow = origin.push("slipway.yaml", document("sh wait.sh"));
      api.addApplication(origin.url());
      return new Queue(
          subject,
          api,
          starts,
          changes,
          gate,
          slow,
          origin.push("slipway.yaml", document("'true'")));
    }

    private static String document(String command) {
      return """
      application: %s
      services:
        deploy: {command: %s}
      route: [%s]
      """
          .formatted(APPLICATION, command, APPLICATION);
    }

    Seen workOff(int length, Progress progress) throws IOException {
      starts.forget();
      changes.forget();
      api.deploy(APPLICATION, APPLICATION, slow);
      starts.await();
      for (int i = 0; i < length; i++) {
        progress.at("H4 queueing", i, length);
        api.deploy(APPLICATION, APPLICATION, nothing);
      }
      double cpu = subject.cpuMillis();
      long writes = subject.durableWrites();
      Files.writeString(gate, "go\n");
      long first = changes.awaitSettled();
      long last = first;
      Samples.Collector between = new Samples.Collector();
      for (int i = 0; i < length; i++) {
        progress.at("H4 working off", i, length);
        long settled = changes.awaitSettled();
        between.add(settled - last);
        last = settled;
      }
      return new Seen(
          between.samples(),
          length * NANOS_PER_MINUTE / (last - first),
          (subject.cpuMillis() - cpu) / length,
          (double) (subject.durableWrites() - writes) / length + AGENT_FSYNCS);
    }
  }

  private static Result result(List<Seen> seen, Samples floor, EngineSteps engine) {
    Seen longest = seen.getLast();
    OptionalDouble ratio = OptionalDouble.of(longest.subject().p50() / floor.p50());
    List<String> remarks = new ArrayList<>();
    for (int i = 0; i < seen.size(); i++) {
      remarks.add("%,d queued: %,.0f a minute".formatted(LENGTHS.get(i), seen.get(i).perMinute()));
    }
    remarks.add("engine only: %,.0f steps a minute".formatted(engine.perMinute()));
    remarks.add("floor: %,.0f a minute".formatted(60_000 / floor.p50()));
    return new Result(
        Goal.H4.name(),
        Goal.H4.target().isMetBy(ratio, OptionalDouble.of(longest.cpu()))
            && engine.perMinute() >= ENGINE_STEPS_PER_MINUTE,
        Optional.of(longest.subject()),
        OptionalDouble.of(floor.p50()),
        OptionalDouble.of(longest.cpu()),
        OptionalDouble.of(longest.fsyncs()),
        remarks);
  }
}
