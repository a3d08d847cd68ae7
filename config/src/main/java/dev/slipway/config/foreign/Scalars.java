package dev.slipway.config.foreign;

import java.util.regex.Pattern;

/** Writes texts so that the reader of documents reads the same texts again. Stateless. */
final class Scalars {

  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9_./](?:[A-Za-z0-9_./-]*[A-Za-z0-9_/])?");

  private Scalars() {}

  static String of(String text) {
    if (PLAIN.matcher(text).matches() && !text.equals("null")) {
      return text;
    }
    boolean printable = text.chars().allMatch(c -> c >= ' ' && c <= '~');
    return printable ? "'" + text.replace("'", "''") + "'" : escaped(text);
  }

  private static String escaped(String text) {
    var written = new StringBuilder("\"");
    text.codePoints()
        .forEach(c -> {
          if (c == '"' || c == '\\') {
            written.append('\\').append((char) c);
          } else if (c >= ' ' && c <= '~') {
            written.append((char) c);
          } else {
            written.append(String.format("\\U%08x", c));
          }
        });
    return written.append('"').toString();
  }
}
