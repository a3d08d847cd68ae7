package dev.slipway.runtime.command;

import dev.slipway.model.Fence;
import dev.slipway.model.ServiceName;
import dev.slipway.runtime.Log;
import dev.slipway.runtime.files.Durable;
import dev.slipway.runtime.files.WrittenFile;
import dev.slipway.runtime.processes.Sessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one run of a command leaves in files that begin with its path: {@code .output} from before
 * its supervisor is started; {@code .state}, made by the supervisor that claims the run, with its
 * number in the first line and the exit code in the second; {@code .stopped} when it was made to
 * stop.
 */
record Run(Path path, Path workspace) {

  /** The variable by which a process of this run is known; its value is the path. */
  static final String VARIABLE = "SLIPWAY_RUN";

  /** A command has one instance, under this name. */
  private static final String INSTANCE = "command";

  private static final String OUTPUT = ".output";
  private static final String STATE = ".state";
  private static final String STOPPED = ".stopped";

  /** The name of the run that a file is of; empty for any other file. */
  static Optional<String> nameOf(Path file) {
    String name = file.getFileName().toString();
    return List.of(OUTPUT, STATE, STOPPED).stream()
        .filter(name::endsWith)
        .map(end -> name.substring(0, name.length() - end.length()))
        .findFirst();
  }

  /** The variable with its value; whatever a command starts inherits it. */
  String mark() {
    return VARIABLE + "=" + path;
  }

  Path output() {
    return file(OUTPUT);
  }

  private Path file(String end) {
    return path.resolveSibling(path.getFileName() + end);
  }

  /** Whether a supervisor was, or was about to be, started. */
  boolean isBegun() {
    return Files.exists(output());
  }

  /** When it was claimed, for one that has not ended. */
  Instant begunAt() throws IOException {
    return Files.getLastModifiedTime(file(STATE)).toInstant();
  }

  boolean isClaimed() {
    return Files.exists(file(STATE));
  }

  Optional<Integer> exitCode() throws IOException {
    List<String> told = told();
    return told.size() < 2 ? Optional.empty() : Optional.of(Integer.valueOf(told.get(1)));
  }

  /** The lines that the supervisor has written whole. */
  private List<String> told() throws IOException {
    Path file = file(STATE);
    if (!Files.exists(file)) {
      return List.of();
    }
    String text = Files.readString(file);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }

  /** Why it was made to stop, if it was. */
  Optional<Stop> stopped() throws IOException {
    Path file = file(STOPPED);
    return Files.exists(file)
        ? Optional.of(Stop.valueOf(Files.readString(file).strip()))
        : Optional.empty();
  }

  /** Remembers why it is made to stop, before it is. */
  void stop(Stop why) throws IOException {
    Durable.write(file(STOPPED), why.name() + "\n");
  }

  /** The supervisor's process, if one is alive; another process with its number is not it. */
  Optional<ProcessHandle> supervisor() throws IOException {
    return told().stream()
        .findFirst()
        .map(Long::valueOf)
        .filter(pid -> Sessions.carries(pid, mark()))
        .flatMap(ProcessHandle::of);
  }

  /**
   * What it has written; for one that was made to stop, why is its last line. A run whose
   * supervisor left no word and is not there any more has ended as well.
   */
  Log log() throws IOException {
    String name = path.getFileName().toString();
    int dash = name.indexOf('-');
    boolean ended = exitCode().isPresent() || (!told().isEmpty() && supervisor().isEmpty());
    String closing = stopped().filter(_ -> ended).map(Stop::closing).orElse("");
    return new Log(
        Fence.parse(name.substring(0, dash)),
        new ServiceName(name.substring(dash + 1)),
        INSTANCE,
        new WrittenFile(output(), closing),
        ended);
  }

  /** Makes it as if it had never been claimed; what it wrote stays, for more to be added to it. */
  void begunAnew() throws IOException {
    Files.deleteIfExists(file(STATE));
    Files.deleteIfExists(file(STOPPED));
    Files.writeString(
        output(),
        "\n[slipway] The command runs again.\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /** Forgets all of it. */
  void forget() throws IOException {
    for (String end : List.of(OUTPUT, STATE, STOPPED)) {
      Files.deleteIfExists(file(end));
    }
  }
}
