package dev.slipway.runtime.command;

import dev.slipway.runtime.files.Durable;
import dev.slipway.runtime.processes.Sessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What one run of a command leaves in its folder: {@code claimed} with the supervisor's number once
 * it is about to start the command, {@code output}, {@code stopped} when it was made to stop, and
 * {@code exit} with the exit code.
 */
record Run(Path folder, Path workspace) {

  /** The variable by which a process of this run is known; its value is the folder. */
  static final String VARIABLE = "SLIPWAY_RUN";

  /** The variable with its value; whatever a command starts inherits it. */
  String mark() {
    return VARIABLE + "=" + folder;
  }

  Path output() {
    return folder.resolve("output");
  }

  boolean isClaimed() {
    return Files.exists(folder.resolve("claimed"));
  }

  /** Whether its supervisor has done all that it does; the agent may still be clearing up. */
  boolean hasEnded() throws IOException {
    return exitCode().isPresent();
  }

  Optional<Integer> exitCode() throws IOException {
    return line("exit").map(Integer::valueOf);
  }

  /** What the supervisor wrote into a file; empty until it has written all of it. */
  private Optional<String> line(String name) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String text = Files.readString(file);
    return text.endsWith("\n") ? Optional.of(text.strip()) : Optional.empty();
  }

  /** Why it was made to stop, if it was. */
  Optional<Stop> stopped() throws IOException {
    Path file = folder.resolve("stopped");
    return Files.exists(file)
        ? Optional.of(Stop.valueOf(Files.readString(file).strip()))
        : Optional.empty();
  }

  /** Remembers why it is made to stop, before it is. */
  void stop(Stop why) throws IOException {
    Durable.write(folder.resolve("stopped"), why.name() + "\n");
  }

  /** The supervisor's process, if one is alive; another process with its number is not it. */
  Optional<ProcessHandle> supervisor() throws IOException {
    return line("claimed")
        .map(Long::valueOf)
        .filter(pid -> Sessions.carries(pid, mark()))
        .flatMap(ProcessHandle::of);
  }
}
