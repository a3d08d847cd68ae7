package dev.slipway.runtime.command;

import dev.slipway.model.Slot;
import dev.slipway.runtime.Assignment;
import dev.slipway.runtime.Log;
import dev.slipway.runtime.files.Durable;
import dev.slipway.runtime.files.Trees;
import dev.slipway.runtime.processes.Sessions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The folder of all runs: files {@code runs/SLOT/FENCE-SERVICE.…} for what is kept of them, {@code
 * workspaces/SLOT/FENCE-SERVICE} for what is removed when they end. Files are few, for making and
 * removing them is most of what a short command costs.
 */
final class Runs {

  /**
   * How long a command that is made to stop may take to do so before it is killed; short enough for
   * a cancelled one to be gone within ten seconds.
   */
  static final Duration GRACE = Duration.ofSeconds(7);

  private static final String SUPERVISOR = "supervisor.sh";

  /** How many runs of a slot keep their output at least, and at most. */
  private static final int KEPT_MIN = 50;

  private static final int KEPT_MAX = 75;

  private final Path folder;

  /**
   * The runs of each slot. Its folder is read once, for nobody else adds to it or removes from it.
   */
  private final Map<String, Set<Run>> runs = new ConcurrentHashMap<>();

  /** Logs of runs that are known to have ended; none of them ever begins again or writes more. */
  private final Map<Run, Log> ended = new ConcurrentHashMap<>();

  private Runs(Path folder) {
    this.folder = folder;
  }

  static Runs open(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("runs"));
    Files.createDirectories(folder.resolve("workspaces"));
    try (InputStream script = Runs.class.getResourceAsStream(SUPERVISOR)) {
      if (script == null) {
        throw new IOException("The supervisor script is missing in this build.");
      }
      Durable.write(
          folder.resolve(SUPERVISOR), new String(script.readAllBytes(), StandardCharsets.UTF_8));
    }
    return new Runs(folder);
  }

  Path supervisor() {
    return folder.resolve(SUPERVISOR);
  }

  /** The run of an assignment, which is known from now on. */
  Run of(Assignment assignment, Assignment.Share share) throws IOException {
    Run run = run(assignment, share);
    ofSlot(name(assignment.slot())).add(run);
    return run;
  }

  /** Whether no command was ever run in a slot. */
  boolean isFirstOf(Slot slot) {
    return !Files.exists(folder.resolve("runs").resolve(name(slot)));
  }

  /** Removes what is not needed any more once an assignment has ended. */
  void removeWorkspaces(Assignment assignment) throws IOException {
    for (Assignment.Share share : assignment.shares()) {
      Trees.remove(run(assignment, share).workspace());
    }
  }

  private Run run(Assignment assignment, Assignment.Share share) {
    return run(name(assignment.slot()), assignment.fence() + "-" + share.service());
  }

  private Run run(String slot, String name) {
    return new Run(
        folder.resolve("runs").resolve(slot).resolve(name),
        folder.resolve("workspaces").resolve(slot).resolve(name));
  }

  /**
   * Ends every run of the slot that is alive, but one, and removes the workspaces of all others.
   */
  void stopOthers(Slot slot, Optional<Run> but) throws IOException {
    for (Run run : ofSlot(name(slot))) {
      if (!ended.containsKey(run) && !but.equals(Optional.of(run))) {
        if (run.exitCode().isPresent()) {
          ended.put(run, run.log());
        } else {
          stop(run);
        }
      }
    }
    for (Path workspace : children(folder.resolve("workspaces").resolve(name(slot)))) {
      if (but.isEmpty() || !but.get().workspace().equals(workspace)) {
        Trees.remove(workspace);
      }
    }
  }

  private static void stop(Run run) throws IOException {
    Optional<ProcessHandle> supervisor = run.supervisor();
    if (supervisor.isPresent()) {
      run.stop(Stop.CANCELLED);
      Sessions.end(supervisor.get().pid(), run.mark(), GRACE);
    }
  }

  /** Removes the workspaces whose run is not alive. */
  void sweep() throws IOException {
    for (Path slot : children(folder.resolve("workspaces"))) {
      for (Path workspace : children(slot)) {
        Run run = run(slot.getFileName().toString(), workspace.getFileName().toString());
        if (run.supervisor().isEmpty()) {
          Trees.remove(workspace);
        }
      }
    }
  }

  /** Forgets the oldest runs of the same slot once there are many, which is not every time. */
  void forgetOldBeside(Run run) throws IOException {
    Set<Run> all = ofSlot(run.path().resolveSibling("").getFileName().toString());
    if (all.size() > KEPT_MAX) {
      List<Run> oldestFirst =
          all.stream()
              .sorted(Comparator.comparingLong(one -> one.output().toFile().lastModified()))
              .toList();
      for (Run old : oldestFirst.subList(0, all.size() - KEPT_MIN)) {
        old.forget();
        all.remove(old);
        ended.remove(old);
      }
    }
  }

  /** What the runs of a slot have written, the oldest first. */
  List<Log> logs(Slot slot) throws IOException {
    List<Log> logs = new ArrayList<>();
    for (Run run : ofSlot(name(slot))) {
      Log known = ended.get(run);
      if (known != null) {
        logs.add(known);
      } else if (run.isBegun()) {
        logs.add(run.log());
      }
    }
    logs.sort(Comparator.comparing(Log::fence));
    return List.copyOf(logs);
  }

  private Set<Run> ofSlot(String slot) throws IOException {
    Set<Run> known = runs.get(slot);
    if (known != null) {
      return known;
    }
    Set<Run> found = ConcurrentHashMap.newKeySet();
    for (Path file : children(folder.resolve("runs").resolve(slot))) {
      Run.nameOf(file).map(name -> run(slot, name)).ifPresent(found::add);
    }
    return Optional.ofNullable(runs.putIfAbsent(slot, found)).orElse(found);
  }

  private static String name(Slot slot) {
    return slot.target().environment() + "." + slot.target().target() + "." + slot.application();
  }

  private static List<Path> children(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    }
  }
}
