package dev.slipway.runtime.process;

import dev.slipway.runtime.files.WrittenFile;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/**
 * The file that a running process writes its output to. The process holds it open and knows nothing
 * of us, so it cannot be moved away; its old part is given back to the disk in place instead. No
 * line is lost in between, and what lies at an offset stays there; what was cut reads as zeros.
 */
record Output(Path file) {

  /** What is kept at least of the newest output, for a server that is away to catch up with. */
  static final long KEPT = 64L << 20;

  private static final long STRIDE = 1L << 20;
  private static final long CUT_SECONDS_MAX = 10;

  /**
   * Cuts what is older than {@link #KEPT}.
   *
   * @param before how much was cut already
   * @return how much is cut now, in bytes from the beginning
   */
  long cut(long before) {
    try {
      long upTo = (Files.size(file) - KEPT) / STRIDE * STRIDE;
      if (upTo <= before) {
        return before;
      }
      WrittenFile written = new WrittenFile(file);
      written.cutBefore(upTo);
      if (isPunched(upTo)) {
        return upTo;
      }
      // A file system without holes: all goes, for the process appends and goes on at the start.
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        long size = channel.size();
        channel.truncate(0);
        written.emptied(size);
      }
      return 0;
    } catch (IOException e) {
      return before;
    }
  }

  private boolean isPunched(long upTo) throws IOException {
    Process fallocate;
    try {
      fallocate =
          new ProcessBuilder(
                  "fallocate", "--punch-hole", "--length", Long.toString(upTo), file.toString())
              .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
    } catch (IOException missing) {
      return false;
    }
    try {
      if (fallocate.waitFor(CUT_SECONDS_MAX, TimeUnit.SECONDS)) {
        return fallocate.exitValue() == 0;
      }
      throw new IOException("The output could not be cut in time.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while the output was cut.", e);
    } finally {
      fallocate.destroyForcibly();
    }
  }
}
