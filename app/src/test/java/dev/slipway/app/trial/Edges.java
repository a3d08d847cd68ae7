package dev.slipway.app.trial;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Targets of staging with real agents in processes of their own, each in the folder of its name.
 */
final class Edges implements AutoCloseable {

  private final Path folder;
  private final SequencedMap<String, RemoteAgent> running = new LinkedHashMap<>();

  private Edges(Path folder) {
    this.folder = folder;
  }

  /** Has one agent join for each target, and runs it. */
  static Edges joined(ServerProcess server, Path folder, List<String> targets) {
    Edges edges = new Edges(folder);
    for (String target : targets) {
      RemoteAgent.joined(server.api(), server.address(), "staging", target, folder.resolve(target));
      edges.run(target);
    }
    return edges;
  }

  void run(String target) {
    running.put(target, RemoteAgent.run(folder.resolve(target)));
  }

  void stop(String target) {
    Optional.ofNullable(running.remove(target)).orElseThrow().close();
  }

  /** Sends a signal, such as {@code STOP}, to the agent of a target. */
  void signal(String name, String target) {
    Java.signal(name, Optional.ofNullable(running.get(target)).orElseThrow().pid());
  }

  @Override
  public void close() {
    running.sequencedKeySet().forEach(target -> signal("CONT", target));
    running.sequencedValues().forEach(RemoteAgent::close);
  }
}
