package dev.slipway.config.text;

import dev.slipway.model.Bytes;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Decodes a file: UTF-8, at most 1 MiB, without control characters. Stateless. */
final class SourceText {

  private static final int SIZE_MAX = 1 << 20;

  private SourceText() {}

  /** The text; absent when it cannot be one, which is then among {@code problems}. */
  static Optional<String> decode(Bytes bytes, Problems problems) {
    if (bytes.size() > SIZE_MAX) {
      problems.add(
          Place.START, "file-too-large", "A file may have at most 1 MiB. Split it into several.");
      return Optional.empty();
    }
    ByteBuffer in = ByteBuffer.wrap(bytes.toArray());
    CharBuffer out = CharBuffer.allocate(bytes.size() + 1);
    boolean broken = StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError();
    String text = out.flip().toString();
    if (broken) {
      problems.add(
          placeOf(text, text.length()),
          "not-utf-8",
          "From here on the file is not UTF-8 text. Save it with the encoding UTF-8.");
      return Optional.empty();
    }
    String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
    for (int i = 0; i < content.length(); i += Character.charCount(content.codePointAt(i))) {
      if (!isAllowed(content.codePointAt(i))) {
        problems.add(
            placeOf(content, i),
            "control-character",
            "A control character stands here. Remove it, or write it as an escape in quotes.");
        return Optional.empty();
      }
    }
    return Optional.of(content);
  }

  /** The printable characters of YAML 1.2.2, section 5.1, without a byte order mark inside. */
  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= ' ' && c <= '~')
        || c == 0x85
        || (c >= 0xA0 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD && c != 0xFEFF)
        || c >= 0x10000;
  }

  private static Place placeOf(String text, int end) {
    int line = 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
    int lineStart = text.lastIndexOf('\n', end - 1) + 1;
    return new Place(line, 1 + text.codePointCount(lineStart, end));
  }
}
