package dev.slipway.codec.shape;

import java.nio.charset.StandardCharsets;

/**
 * The one way to write a JSON value: RFC 8785 (JCS), narrowed to integers of at most 53 bits, the
 * largest that every JSON reader keeps exactly. Text is written as it comes; that keys come sorted
 * by their UTF-16 code units is what shapes see to, once for each record. Not thread-safe.
 */
public final class CanonicalText {

  private static final int FIRST_PRINTABLE = 0x20;

  private final StringBuilder out = new StringBuilder(512);

  /** A value by its shape. */
  public static CanonicalText of(Shape shape, Object value) {
    return new CanonicalText().value(shape, value);
  }

  /**
   * Adds a value by its shape.
   *
   * @throws IllegalArgumentException when the value holds an integer beyond 53 bits, a time between
   *     two milliseconds, or text that is not well-formed Unicode
   */
  public CanonicalText value(Shape shape, Object value) {
    shape.write(value, this);
    return this;
  }

  /** Adds what is canonical JSON already, or a part of it. */
  public CanonicalText raw(String json) {
    out.append(json);
    return this;
  }

  /** Adds a string with its quotes. */
  public CanonicalText text(String text) {
    if (!Texts.isWellFormed(text)) {
      throw new IllegalArgumentException("Canonical JSON holds well-formed Unicode only");
    }
    out.append('"');
    // Few texts have anything to escape, and runs of characters are copied at once.
    int copied = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < FIRST_PRINTABLE || c == '"' || c == '\\') {
        out.append(text, copied, i).append(escaped(c));
        copied = i + 1;
      }
    }
    out.append(text, copied, text.length()).append('"');
    return this;
  }

  /** Adds an integer of at most 53 bits. */
  public CanonicalText integer(long integer) {
    if (integer > Integers.MAX || integer < -Integers.MAX) {
      throw new IllegalArgumentException("Canonical JSON holds integers of at most 53 bits only");
    }
    out.append(integer);
    return this;
  }

  /** What was written, in UTF-8. */
  public byte[] bytes() {
    return toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return out.toString();
  }

  private static String escaped(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\b' -> "\\b";
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case '\f' -> "\\f";
      case '\r' -> "\\r";
      default -> String.format("\\u%04x", (int) c);
    };
  }
}
