package dev.slipway.bench.goal;

import dev.slipway.app.outside.Hook;
import dev.slipway.bench.BenchFailed;
import dev.slipway.bench.driver.Connection;
import dev.slipway.bench.floor.BareServer;
import dev.slipway.bench.result.Result;
import dev.slipway.bench.result.Samples;
import dev.slipway.bench.subject.Api;
import dev.slipway.bench.subject.Caches;
import dev.slipway.bench.subject.Folder;
import dev.slipway.bench.subject.Jvm;
import dev.slipway.bench.subject.Subject;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** H7: from the start of the process to the first webhook accepted; and what a kill leaves. */
record Start(Extent extent, Caches caches, InstantSource clock, Progress progress) {

  private static final int ACCEPTED = 202;
  private static final String ABSENT = "0".repeat(40);

  Result measure() throws IOException {
    Samples.Collector subject = new Samples.Collector();
    Samples.Collector floor = new Samples.Collector();
    List<Double> cpu = new ArrayList<>();
    try (Folder folder = Folder.make()) {
      Hook hook = prepared(folder);
      for (int i = 0; i < extent.starts(); i++) {
        progress.at("H7 starting", i, extent.starts());
        floor.add(floorRound(folder));
        subject.add(round(folder, hook, cpu));
      }
    }
    Recovery.Outcome recovery = new Recovery(caches, progress).measure(extent.recoveries());
    return result(
        subject.samples(),
        floor.samples(),
        cpu.stream().mapToDouble(Double::doubleValue).average().orElse(0),
        recovery);
  }

  /** A server's second start is measured, when there is a ledger and a hook. */
  private Hook prepared(Folder folder) {
    try (Subject subject = Subject.startPlain(folder, caches);
        Api api = Api.at(subject.address(), subject.token())) {
      return api.createHook("events");
    }
  }

  private long round(Folder folder, Hook hook, List<Double> cpu) throws IOException {
    Hook.Message event =
        hook.event(Workbench.BUILT, "nobody", ABSENT, clock.instant().getEpochSecond());
    long began = System.nanoTime();
    try (Subject subject = Subject.startPlain(folder, caches)) {
      accepted(subject.address(), hook.path(), event);
      long took = System.nanoTime() - began;
      cpu.add(subject.cpuMillis());
      return took;
    }
  }

  private long floorRound(Folder folder) throws IOException {
    long began = System.nanoTime();
    try (Jvm jvm =
        Jvm.start(
            folder.resolve("floor.log"),
            folder.resolve("address"),
            List.of(Caches.use(caches.floor())),
            List.of(BareServer.class.getName(), folder.path().toString()))) {
      accepted(jvm.address(), "/", new Hook.Message(java.util.Map.of(), "an event"));
      return System.nanoTime() - began;
    }
  }

  private static void accepted(URI address, String path, Hook.Message message) throws IOException {
    try (Connection connection = Connection.to(address)) {
      int status = connection.ask("POST", path, message.headers(), message.body()).status();
      if (status != ACCEPTED) {
        throw new BenchFailed("The first webhook was answered with " + status);
      }
    }
  }

  private static Result result(
      Samples subject, Samples floor, double cpu, Recovery.Outcome recovery) {
    OptionalDouble ratio = OptionalDouble.of(subject.p50() / floor.p50());
    return new Result(
        Goal.H7.name(),
        Goal.H7.target().isMetBy(ratio, OptionalDouble.of(cpu)) && recovery.isWhole(),
        Optional.of(subject),
        OptionalDouble.of(floor.p50()),
        OptionalDouble.of(cpu),
        OptionalDouble.empty(),
        List.of(
            "killed with 100 queued: all converged %.0f ms after the restart, with %.0f ms of processor time, %d lost, %d twice"
                .formatted(recovery.millis(), recovery.cpu(), recovery.lost(), recovery.twice())));
  }
}
