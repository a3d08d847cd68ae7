package dev.slipway.runtime.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The end of a process's output, made safe to be shown and logged. Stateless. */
public final class Tail {

  private static final int BYTES_MAX = 4096;
  private static final int LINES_MAX = 10;
  private static final int LENGTH_MAX = 1500;

  private Tail() {}

  /**
   * The last lines of a file, at most ten and at most 1500 characters, joined by {@code " | "}.
   * Control characters are written as escapes, so a line cannot pose as another. Empty when there
   * is nothing to read.
   */
  public static String of(Path file) {
    return of(file, 0);
  }

  /** The same of what lies behind the first so many bytes. */
  public static String of(Path file, long from) {
    try {
      return Files.exists(file) ? shown(read(file, from)) : "";
    } catch (IOException e) {
      return "(the output cannot be read)";
    }
  }

  private static String read(Path file, long from) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long start = Math.max(from, channel.size() - BYTES_MAX);
      ByteBuffer bytes = ByteBuffer.allocate(BYTES_MAX);
      channel.read(bytes, start);
      return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }
  }

  static String shown(String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    List<String> last = lines.subList(Math.max(0, lines.size() - LINES_MAX), lines.size());
    String joined = String.join(" | ", last.stream().map(Tail::escaped).toList());
    return joined.length() <= LENGTH_MAX
        ? joined
        : "…" + joined.substring(joined.length() - LENGTH_MAX);
  }

  private static String escaped(String line) {
    StringBuilder safe = new StringBuilder();
    line.codePoints()
        .forEach(c -> {
          if (isControl(c)) {
            safe.append(String.format("\\u%04x", c));
          } else {
            safe.appendCodePoint(c);
          }
        });
    return safe.toString();
  }

  /** Controls, and the invisible characters that turn the direction of text. */
  private static boolean isControl(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }
}
