package dev.slipway.runtime.processes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Finds and ends processes, each with its whole session. Stateless. */
public final class Sessions {

  private static final Path PROC = Path.of("/proc");
  private static final Duration LOOK_EVERY = Duration.ofMillis(10);
  private static final Duration KILLED_WITHIN = Duration.ofSeconds(5);

  private Sessions() {}

  /** Which start of the machine this is; another one after each. */
  public static String machine() throws IOException {
    return Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip();
  }

  /** What the kernel says of a process; empty when there is none or only its remains. */
  public static Optional<Stat> stat(long pid) {
    try {
      return Stat.parse(Files.readString(PROC.resolve(pid + "/stat"), StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Whether a live process was started with exactly this {@code NAME=value} in its environment. */
  public static boolean carries(long pid, String variable) {
    if (stat(pid).isEmpty()) {
      return false;
    }
    try {
      byte[] environment = Files.readAllBytes(PROC.resolve(pid + "/environ"));
      return List.of(new String(environment, StandardCharsets.UTF_8).split("\0", -1))
          .contains(variable);
    } catch (IOException e) {
      return false;
    }
  }

  /** The leaders of sessions that were started with exactly this {@code NAME=value}. */
  public static List<Long> leadersWith(String variable) throws IOException {
    List<Long> leaders = new ArrayList<>();
    for (long pid : all()) {
      if (stat(pid).filter(stat -> stat.session() == pid).isPresent() && carries(pid, variable)) {
        leaders.add(pid);
      }
    }
    return List.copyOf(leaders);
  }

  /** The live processes that were started with exactly this {@code NAME=value}. */
  public static List<Long> carriers(String variable) throws IOException {
    List<Long> carriers = new ArrayList<>();
    for (long pid : all()) {
      if (carries(pid, variable)) {
        carriers.add(pid);
      }
    }
    return List.copyOf(carriers);
  }

  /** The live processes of a session. */
  public static List<Long> members(long session) throws IOException {
    List<Long> members = new ArrayList<>();
    for (long pid : all()) {
      if (stat(pid).filter(stat -> stat.session() == session).isPresent()) {
        members.add(pid);
      }
    }
    return List.copyOf(members);
  }

  /**
   * Ends a session: TERM to each of its processes, and KILL to what is left after {@code grace}.
   * Blocks until none is left.
   *
   * @throws IOException when some cannot be ended
   */
  public static void end(long session, Duration grace) throws IOException {
    end("session " + session, () -> members(session), grace);
  }

  /** As {@link #end(long, Duration)}, with those that left for a session of their own. */
  public static void end(long session, String variable, Duration grace) throws IOException {
    end(
        "session " + session,
        () ->
            Stream.concat(members(session).stream(), carriers(variable).stream())
                .distinct()
                .toList(),
        grace);
  }

  /** Looks which of some processes are alive. */
  @FunctionalInterface
  private interface Living {
    List<Long> pids() throws IOException;
  }

  private static void end(String whose, Living living, Duration grace) throws IOException {
    for (long pid : living.pids()) {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
    }
    if (!isGone(living, grace, false) && !isGone(living, KILLED_WITHIN, true)) {
      throw new IOException("Processes of " + whose + " cannot be ended.");
    }
  }

  private static boolean isGone(Living living, Duration within, boolean kill) throws IOException {
    long end = System.nanoTime() + within.toNanos();
    while (System.nanoTime() < end) {
      List<Long> members = living.pids();
      if (members.isEmpty()) {
        return true;
      }
      if (kill) {
        members.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
      }
      pause(LOOK_EVERY);
    }
    return living.pids().isEmpty();
  }

  /** Waits a while, or until the thread is interrupted. */
  public static void pause(Duration duration) {
    LockSupport.parkNanos(TimeUnit.NANOSECONDS.convert(duration));
  }

  private static List<Long> all() throws IOException {
    List<Long> pids = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
      entries.forEach(entry -> pids.add(Long.valueOf(entry.getFileName().toString())));
    }
    return pids;
  }
}
