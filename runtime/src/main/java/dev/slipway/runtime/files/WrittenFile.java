package dev.slipway.runtime.files;

import dev.slipway.runtime.Log;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Scanner;

/**
 * A file that a child process writes its output to. What was cut from its beginning is noted beside
 * it, in {@code NAME.cut}. Thread-safe for many readers and one who cuts.
 *
 * @param closing a last word of ours on how it ended, after what the process wrote; may be empty
 */
public record WrittenFile(Path file, String closing) implements Log.Written {

  private static final String CUT = ".cut";

  /**
   * What was cut.
   *
   * @param first the first byte that is still there
   * @param base which byte the file begins with now; more than 0 once the file was emptied
   */
  private record Cut(long first, long base) {
    static final Cut NONE = new Cut(0, 0);
  }

  /** What a process writes, without a last word. */
  public WrittenFile(Path file) {
    this(file, "");
  }

  @Override
  public long first() throws IOException {
    return cut().first();
  }

  @Override
  public long end() throws IOException {
    return fileEnd() + closingBytes().length;
  }

  @Override
  public void read(long offset, ByteBuffer into) throws IOException {
    long end = fileEnd();
    if (offset < end) {
      readFile(offset - cut().base(), end - offset, into);
    }
    byte[] closing = closingBytes();
    int from = (int) Math.max(0, offset - end);
    if (into.hasRemaining() && from < closing.length) {
      into.put(closing, from, Math.min(into.remaining(), closing.length - from));
    }
  }

  private void readFile(long position, long count, ByteBuffer into) throws IOException {
    int limit = into.limit();
    into.limit((int) Math.min(limit, into.position() + count));
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long at = position;
      while (into.hasRemaining()) {
        int read = channel.read(into, at);
        if (read < 0) {
          break;
        }
        at += read;
      }
    } finally {
      into.limit(limit);
    }
  }

  /** Notes that what is before a position in the file is about to be given up. */
  public void cutBefore(long position) throws IOException {
    Cut cut = cut();
    note(new Cut(cut.base() + position, cut.base()));
  }

  /** Notes that the file was just emptied, when it had this many bytes. */
  public void emptied(long size) throws IOException {
    long end = cut().base() + size;
    note(new Cut(end, end));
  }

  /** Removes the file with what is noted beside it. */
  public void forget() throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(beside());
  }

  private long fileEnd() throws IOException {
    return cut().base() + (Files.exists(file) ? Files.size(file) : 0);
  }

  private byte[] closingBytes() {
    return closing.getBytes(StandardCharsets.UTF_8);
  }

  private void note(Cut cut) throws IOException {
    Durable.write(beside(), cut.first() + " " + cut.base() + "\n");
  }

  private Cut cut() throws IOException {
    if (!Files.exists(beside())) {
      return Cut.NONE;
    }
    try (Scanner words = new Scanner(Files.readString(beside()))) {
      return new Cut(words.nextLong(), words.nextLong());
    }
  }

  private Path beside() {
    return file.resolveSibling(file.getFileName() + CUT);
  }
}
