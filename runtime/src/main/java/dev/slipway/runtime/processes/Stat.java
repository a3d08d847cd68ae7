package dev.slipway.runtime.processes;

import java.util.Optional;

/**
 * What {@code /proc/PID/stat} says of a live process (proc(5)).
 *
 * @param startTicks when it started, in clock ticks since the machine did; with the number this is
 *     the process's identity, for numbers are used again
 */
public record Stat(long session, long startTicks) {

  private static final int STATE = 0;
  private static final int SESSION = 3;
  private static final int START = 19;

  /** Reads the line; empty for a process that has ended and only waits to be reaped. */
  static Optional<Stat> parse(String line) {
    // The name stands in parentheses and may hold anything, so the fields are counted behind it.
    String[] fields = line.substring(line.lastIndexOf(')') + 2).strip().split(" ", -1);
    boolean ended = "Z".equals(fields[STATE]) || "X".equals(fields[STATE]);
    return ended
        ? Optional.empty()
        : Optional.of(new Stat(Long.parseLong(fields[SESSION]), Long.parseLong(fields[START])));
  }
}
