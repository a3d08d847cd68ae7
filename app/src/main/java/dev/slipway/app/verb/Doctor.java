package dev.slipway.app.verb;

import dev.slipway.app.server.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says whether this machine has what a server needs. */
@Command(
    name = "doctor",
    description = "Check that this machine has what a server needs.",
    mixinStandardHelpOptions = true)
public final class Doctor implements Callable<Integer> {

  private static final int ANSWER_SECONDS_MAX = 10;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The server's folder (default: ~/.local/share/slipway).")
  private @Nullable Path data;

  @Override
  public Integer call() {
    Path folder = data == null ? DataFolder.standard().root() : data.toAbsolutePath();
    List<Boolean> checks =
        List.of(
            check(
                "Java 25 or newer",
                Runtime.version().feature() >= 25,
                "Start with ./slipway, which finds one."),
            check("git answers", answers("git", "--version"), "Install git."),
            check("setsid is there", answers("setsid", "--version"), "Install util-linux."),
            check("sh is there", answers("sh", "/dev/null"), "A POSIX shell runs the supervisor."),
            check(
                "Linux /proc is readable",
                Files.isReadable(Path.of("/proc/self/stat")),
                "Processes are adopted by what /proc says; run on Linux."),
            check(
                folder + " can be written",
                writable(folder),
                "Choose another with --data, or change its owner."));
    return checks.contains(false) ? 1 : 0;
  }

  private static boolean check(String what, boolean ok, String remedy) {
    System.out.println((ok ? "ok    " : "FAIL  ") + what + (ok ? "" : ". " + remedy));
    return ok;
  }

  private static boolean writable(Path folder) {
    Path there = folder;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return Files.isWritable(there);
  }

  private static boolean answers(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(ANSWER_SECONDS_MAX, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
