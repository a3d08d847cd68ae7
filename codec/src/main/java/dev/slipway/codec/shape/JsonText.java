package dev.slipway.codec.shape;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON (RFC 8259) from outside, strictly and within bounds: no duplicate keys, no half
 * surrogate pairs, nothing after the value, at most 64 levels. It keeps just what shapes look at,
 * which makes it cheap from the first entry on.
 */
public final class JsonText {

  private static final int DEPTH_MAX = 64;
  private static final int UNICODE_DIGITS = 4;
  private static final int HEXADECIMAL = 16;

  /** The length of -9007199254740991; what is longer has more than 53 bits. */
  private static final int WHOLE_LENGTH_MAX = 17;

  /** What is seen behind the last character: nothing that may follow anything. */
  private static final char END = '\0';

  private final String text;
  private int at;
  private int depth;

  private JsonText(String text) {
    this.text = text;
  }

  /**
   * Reads one value.
   *
   * @throws Undecodable when there are more than {@code sizeMax} bytes, or they are not UTF-8, or
   *     not one JSON value
   */
  public static Json read(byte[] bytes, int sizeMax) {
    if (bytes.length > sizeMax) {
      throw new Undecodable("", "is larger than " + sizeMax + " bytes");
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    // What is not UTF-8 became U+FFFD; where there is one, it must have been written as one.
    if (text.indexOf('\uFFFD') >= 0
        && !Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8))) {
      throw new Undecodable("", "is not UTF-8");
    }
    return new JsonText(text).document();
  }

  /** As {@link #read(byte[], int)}, with the bound in characters. */
  public static Json read(String text, int lengthMax) {
    if (text.length() > lengthMax) {
      throw new Undecodable("", "is longer than " + lengthMax + " characters");
    }
    return new JsonText(wellFormed(text)).document();
  }

  private Json document() {
    Json value = value();
    if (afterSpace() != END || at < text.length()) {
      throw malformed();
    }
    return value;
  }

  private Json value() {
    return switch (afterSpace()) {
      case '{' -> new Json.Members(members());
      case '[' -> new Json.Items(items());
      case '"' -> new Json.Text(string());
      case 't' -> literal("true", new Json.Truth(true));
      case 'f' -> literal("false", new Json.Truth(false));
      case 'n' -> literal("null", new Json.Nothing());
      default -> number();
    };
  }

  private Map<String, Json> members() {
    Map<String, Json> members = new HashMap<>();
    for (boolean more = open('}'); more; more = more('}')) {
      if (afterSpace() != '"') {
        throw malformed();
      }
      String name = string();
      if (afterSpace() != ':') {
        throw malformed();
      }
      at++;
      if (members.put(name, value()) != null) {
        throw new Undecodable("", "has a key twice");
      }
    }
    return members;
  }

  private List<Json> items() {
    List<Json> items = new ArrayList<>();
    for (boolean more = open(']'); more; more = more(']')) {
      items.add(value());
    }
    return items;
  }

  /** Goes into an object or a list; whether anything is in it. */
  private boolean open(char close) {
    at++;
    depth++;
    if (depth > DEPTH_MAX) {
      throw new Undecodable("", "is more than " + DEPTH_MAX + " levels deep");
    }
    return afterSpace() != close || more(close);
  }

  /** Whether another element follows; if none does, this level is left. */
  private boolean more(char close) {
    char c = afterSpace();
    at++;
    if (c == close) {
      depth--;
      return false;
    }
    if (c != ',') {
      throw malformed();
    }
    return true;
  }

  private Json literal(String word, Json value) {
    if (!text.startsWith(word, at)) {
      throw malformed();
    }
    at += word.length();
    return value;
  }

  private Json number() {
    int start = at;
    if (peek() == '-') {
      at++;
    }
    if (peek() == '0') {
      at++;
    } else {
      digits();
    }
    boolean whole = true;
    if (peek() == '.') {
      at++;
      digits();
      whole = false;
    }
    if (peek() == 'e' || peek() == 'E') {
      at++;
      if (peek() == '+' || peek() == '-') {
        at++;
      }
      digits();
      whole = false;
    }
    if (!whole || at - start > WHOLE_LENGTH_MAX) {
      return new Json.OtherNumber();
    }
    long value = Long.parseLong(text, start, at, 10);
    return Math.abs(value) <= Integers.MAX ? new Json.Whole(value) : new Json.OtherNumber();
  }

  /** One digit or more. */
  private void digits() {
    int start = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    if (at == start) {
      throw malformed();
    }
  }

  private String string() {
    at++;
    int start = at;
    char c = inString();
    while (c != '"' && c != '\\') {
      at++;
      c = inString();
    }
    return c == '"' ? text.substring(start, at++) : escapedString(start);
  }

  /** A string in which something is escaped from here on. */
  private String escapedString(int start) {
    StringBuilder out = new StringBuilder(text.substring(start, at));
    for (char c = inString(); c != '"'; c = inString()) {
      at++;
      out.append(c == '\\' ? escaped() : c);
    }
    at++;
    return wellFormed(out.toString());
  }

  private char escaped() {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw malformed();
    };
  }

  private char unicode() {
    int c = 0;
    for (int i = 0; i < UNICODE_DIGITS; i++) {
      char digit = peek();
      int value = digit < 0x80 ? Character.digit(digit, HEXADECIMAL) : -1;
      if (value < 0) {
        throw malformed();
      }
      c = c * HEXADECIMAL + value;
      at++;
    }
    return (char) c;
  }

  /** The next character, which belongs to a string or ends it. */
  private char inString() {
    char c = peek();
    if (c < ' ') {
      throw malformed();
    }
    return c;
  }

  private char afterSpace() {
    char c = peek();
    while (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
      at++;
      c = peek();
    }
    return c;
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : END;
  }

  private static String wellFormed(String text) {
    if (!Texts.isWellFormed(text)) {
      throw new Undecodable("", "must be well-formed Unicode");
    }
    return text;
  }

  private static Undecodable malformed() {
    return new Undecodable("", "is not well-formed JSON");
  }
}
