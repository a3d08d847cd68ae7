package dev.slipway.codec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.codec.shape.Integers;
import dev.slipway.codec.shape.Texts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The one way to write a JSON value as bytes: RFC 8785 (JCS), narrowed to integers of at most 53
 * bits, the largest that every JSON reader keeps exactly. Stateless; thread-safe.
 */
public final class Canonical {

  private static final int FIRST_PRINTABLE = 0x20;

  private Canonical() {}

  /**
   * The canonical bytes of a value.
   *
   * @throws IllegalArgumentException when the value holds a fraction, an integer beyond 53 bits, or
   *     text that is not well-formed Unicode
   */
  public static byte[] bytes(JsonNode value) {
    return text(value).getBytes(StandardCharsets.UTF_8);
  }

  /** As {@link #bytes}, as text. */
  public static String text(JsonNode value) {
    StringBuilder out = new StringBuilder(256);
    write(value, out);
    return out.toString();
  }

  /** One string with its quotes. */
  public static String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2);
    writeString(text, out);
    return out.toString();
  }

  private static void write(JsonNode value, StringBuilder out) {
    switch (value.getNodeType()) {
      case OBJECT -> writeObject(value, out);
      case ARRAY -> writeArray(value, out);
      case STRING -> writeString(value.textValue(), out);
      case NUMBER -> writeInteger(value, out);
      case BOOLEAN, NULL -> out.append(value.asText());
      case BINARY, MISSING, POJO ->
          throw new IllegalArgumentException("Canonical JSON holds no " + value.getNodeType());
    }
  }

  private static void writeObject(JsonNode object, StringBuilder out) {
    List<String> names = new ArrayList<>(object.size());
    object.fieldNames().forEachRemaining(names::add);
    // String.compareTo compares UTF-16 code units, which is the order that RFC 8785 asks for.
    Collections.sort(names);
    char separator = '{';
    for (String name : names) {
      out.append(separator);
      writeString(name, out);
      out.append(':');
      write(object.get(name), out);
      separator = ',';
    }
    out.append(names.isEmpty() ? "{}" : "}");
  }

  private static void writeArray(JsonNode array, StringBuilder out) {
    out.append('[');
    for (int i = 0; i < array.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      write(array.get(i), out);
    }
    out.append(']');
  }

  private static void writeInteger(JsonNode number, StringBuilder out) {
    if (!number.isIntegralNumber() || !number.canConvertToLong()) {
      throw new IllegalArgumentException("Canonical JSON holds integers of at most 53 bits only");
    }
    long integer = number.longValue();
    if (integer > Integers.MAX || integer < -Integers.MAX) {
      throw new IllegalArgumentException("Canonical JSON holds integers of at most 53 bits only");
    }
    out.append(integer);
  }

  private static void writeString(String text, StringBuilder out) {
    if (!Texts.isWellFormed(text)) {
      throw new IllegalArgumentException("Canonical JSON holds well-formed Unicode only");
    }
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      writeCharacter(text.charAt(i), out);
    }
    out.append('"');
  }

  private static void writeCharacter(char c, StringBuilder out) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      default -> {
        if (c < FIRST_PRINTABLE) {
          out.append(String.format("\\u%04x", (int) c));
        } else {
          out.append(c);
        }
      }
    }
  }
}
