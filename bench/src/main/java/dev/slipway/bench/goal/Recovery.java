package dev.slipway.bench.goal;

import dev.slipway.bench.BenchFailed;
import dev.slipway.bench.driver.Changes;
import dev.slipway.bench.driver.Programs;
import dev.slipway.bench.driver.StartSeen;
import dev.slipway.bench.subject.Api;
import dev.slipway.bench.subject.Caches;
import dev.slipway.bench.subject.Folder;
import dev.slipway.bench.subject.Origin;
import dev.slipway.bench.subject.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The second half of H7: a hundred deploys are queued behind four that are under way when the
 * server is killed; it starts again, and each must converge, none twice. The commands themselves
 * count.
 */
record Recovery(Caches caches, Progress progress) {

  private static final List<String> ENVIRONMENTS = List.of("one", "two", "three", "four");
  private static final int QUEUED = 100;

  /**
   * What became of them.
   *
   * @param millis from the start of the new server until the last one converged
   * @param cpu the new server's processor time by then, in milliseconds
   */
  record Outcome(double millis, double cpu, int lost, int twice) {

    boolean isWhole() {
      return lost == 0 && twice == 0;
    }
  }

  /** The one in the middle of several, by time; what any of them lost or ran twice counts. */
  Outcome measure(int times) throws IOException {
    List<Outcome> all = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      all.add(measure());
    }
    all.sort(Comparator.comparingDouble(Outcome::millis));
    Outcome middle = all.get(times / 2);
    return new Outcome(
        middle.millis(),
        middle.cpu(),
        all.stream().mapToInt(Outcome::lost).sum(),
        all.stream().mapToInt(Outcome::twice).sum());
  }

  private Outcome measure() throws IOException {
    try (Folder folder = Folder.make()) {
      Path counter = folder.resolve("counter");
      Path gate = folder.resolve("gate");
      for (String environment : ENVIRONMENTS) {
        Programs.run(folder.path(), "mkfifo", gate + "-" + environment);
      }
      String after = killWithQueue(folder, counter, gate);
      open(gate);
      return restart(folder, counter, after);
    }
  }

  /** Returns the position up to which things had happened before the kill. */
  private String killWithQueue(Folder folder, Path counter, Path gate) throws IOException {
    Subject subject = Subject.startPlain(folder, caches);
    try (subject;
        Api api = Api.at(subject.address(), subject.token());
        StartSeen starts = StartSeen.at(folder.resolve("starts"))) {
      Origin origin = Origin.make(folder.path(), "crowd");
      String slow =
          commit(origin, "tee '%s' </dev/null; read word <'%s'-$1".formatted(starts.path(), gate));
      api.addApplication(origin.url());
      for (String environment : ENVIRONMENTS) {
        starts.forget();
        api.deploy("crowd", environment, slow);
        starts.await();
      }
      String counting = commit(origin, "echo \"$1 $2\" >>'%s'".formatted(counter));
      for (int i = 0; i < QUEUED; i++) {
        progress.at("H7 queueing", i, QUEUED);
        api.deploy("crowd", ENVIRONMENTS.get(i % ENVIRONMENTS.size()), counting);
      }
      String position =
          api.get("/api/v1/activity?limit=1").path("items").path(0).path("position").asText();
      subject.kill();
      return position;
    }
  }

  /** Lets the commands that are under way end; each waits to read a line from its own pipe. */
  private static void open(Path gate) throws IOException {
    for (String environment : ENVIRONMENTS) {
      Files.writeString(gate.resolveSibling(gate.getFileName() + "-" + environment), "go\n");
    }
  }

  private static String commit(Origin origin, String script) {
    String route = String.join(", ", ENVIRONMENTS);
    origin.write(
        "slipway.yaml",
        """
        application: crowd
        services:
          deploy:
            command: sh count.sh {environment} {sha}
        route: [%s]
        """
            .formatted(route));
    return origin.push("count.sh", script + "\n");
  }

  private Outcome restart(Folder folder, Path counter, String after) throws IOException {
    long began = System.nanoTime();
    try (Subject subject = Subject.startPlain(folder, caches);
        Changes changes =
            Changes.follow(
                subject.address(),
                "?after=" + after,
                Map.of("Authorization", "Bearer " + subject.token()))) {
      long last = began;
      for (int i = 0; i < QUEUED + ENVIRONMENTS.size(); i++) {
        progress.at("H7 recovering", i, QUEUED);
        last = changes.awaitSettled();
      }
      return outcome((last - began) / 1e6, subject.cpuMillis(), counter);
    }
  }

  private static Outcome outcome(double millis, double cpu, Path counter) throws IOException {
    Map<String, Integer> ran = new TreeMap<>();
    Files.readAllLines(counter).forEach(line -> ran.merge(line.split(" ", 2)[0], 1, Integer::sum));
    int each = QUEUED / ENVIRONMENTS.size();
    int lost =
        ENVIRONMENTS.stream().mapToInt(name -> Math.max(0, each - ran.getOrDefault(name, 0))).sum();
    int twice =
        ENVIRONMENTS.stream().mapToInt(name -> Math.max(0, ran.getOrDefault(name, 0) - each)).sum();
    if (ran.size() > ENVIRONMENTS.size()) {
      throw new BenchFailed("Commands ran for environments that there are not: " + ran.keySet());
    }
    return new Outcome(millis, cpu, lost, twice);
  }
}
