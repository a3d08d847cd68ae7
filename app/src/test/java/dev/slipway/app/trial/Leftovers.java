package dev.slipway.app.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The processes of this machine that work somewhere under a folder. */
public final class Leftovers {

  private Leftovers() {}

  static List<Long> under(Path folder) {
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::pid)
        .filter(pid -> workplace(pid).anyMatch(place -> place.startsWith(folder)))
        .toList();
  }

  /** One that ended meanwhile works nowhere. */
  private static Stream<Path> workplace(long pid) {
    try {
      return Stream.of(Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd")));
    } catch (IOException ended) {
      return Stream.empty();
    }
  }

  /** The processes of the session that one belongs to. */
  static List<Long> session(long pid) {
    String session = sessionOf(pid);
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::pid)
        .filter(other -> !session.isEmpty() && sessionOf(other).equals(session))
        .toList();
  }

  /** The sixth field of the kernel's line; the second, a name in brackets, may hold anything. */
  private static String sessionOf(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[3];
    } catch (IOException ended) {
      return "";
    }
  }

  /** Ends what a test left running on purpose. */
  public static void end(Path folder) {
    under(folder).forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
  }
}
