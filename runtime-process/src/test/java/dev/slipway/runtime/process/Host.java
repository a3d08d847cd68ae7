package dev.slipway.runtime.process;

import dev.slipway.forwarder.routes.ForwarderFolder;
import dev.slipway.model.definition.HealthCheck;
import dev.slipway.model.definition.Timeouts;
import dev.slipway.model.definition.Workload;
import dev.slipway.model.state.Release;
import dev.slipway.runtime.Adapter;
import dev.slipway.runtime.Surroundings;
import dev.slipway.runtime.conformance.Bench;
import dev.slipway.runtime.conformance.Tar;
import dev.slipway.runtime.processes.Sessions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A folder in which processes run behind the real forwarder, and what may run there. */
final class Host {

  private final Path folder;
  private final ExecutorService executor = Executors.newCachedThreadPool();

  Host(Path folder) {
    this.folder = folder;
  }

  ExecutorService executor() {
    return executor;
  }

  /** One life of what an agent keeps processes with; another may follow it. */
  Adapter opened() throws IOException {
    Surroundings surroundings = Surroundings.of(Map.of("PATH", System.getenv("PATH")));
    Path home = folder.resolve("forwarder");
    ForwarderProgram program =
        ForwarderProgram.install(home, System.getProperty("java.class.path"));
    return ProcessAdapter.open(
        folder.resolve("processes"),
        surroundings,
        executor,
        HostForwarder.open(home, program, surroundings));
  }

  Forwarders forwarders() {
    return new Forwarders(new ForwarderFolder(folder.resolve("forwarder")));
  }

  /** Ends the forwarder, and whatever the test has running of its own. */
  void end() throws IOException {
    forwarders().living().forEach(one -> kill(one.process().pid()));
    executor.shutdownNow();
  }

  static void kill(long pid) {
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    while (Sessions.stat(pid).isPresent()) {
      Sessions.pause(Duration.ofMillis(2));
    }
  }

  /** A version of {@link VersionProgram}, which has so long to become healthy. */
  static Release version(Bench bench, String version, Duration within) {
    return bench.release(
        new Tar().file("version", version),
        new Workload.Run(
            Bench.words(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Path.of("target", "test-classes").toAbsolutePath().toString(),
                VersionProgram.class.getName(),
                "${port}",
                version)),
        Optional.of(new HealthCheck("/healthz", within)),
        Timeouts.STANDARD);
  }
}
