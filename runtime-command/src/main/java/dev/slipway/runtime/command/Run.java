package dev.slipway.runtime.command;

import dev.slipway.runtime.files.Durable;
import dev.slipway.runtime.processes.Sessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What one run of a command leaves in its folder: {@code claimed/} once a supervisor is about to
 * start the command, {@code output}, {@code stopped} when it was made to stop, and {@code exit}
 * with the exit code.
 */
record Run(Path folder, Path workspace) {

  /** The variable by which a process of this run is known; its value is the folder. */
  static final String VARIABLE = "SLIPWAY_RUN";

  Path output() {
    return folder.resolve("output");
  }

  boolean isClaimed() {
    return Files.exists(folder.resolve("claimed"));
  }

  Optional<Integer> exitCode() throws IOException {
    Path file = folder.resolve("exit");
    return Files.exists(file)
        ? Optional.of(Integer.valueOf(Files.readString(file).strip()))
        : Optional.empty();
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
    Path file = folder.resolve("claimed").resolve("pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    long pid = Long.parseLong(Files.readString(file).strip());
    return Sessions.carries(pid, VARIABLE + "=" + folder)
        ? ProcessHandle.of(pid)
        : Optional.empty();
  }
}
