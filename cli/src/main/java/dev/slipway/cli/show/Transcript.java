package dev.slipway.cli.show;

import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Writes a log's bytes: as they are where nobody looks, and on a terminal as visible characters.
 * There colours pass, and everything else that a terminal would obey is shown as what it is. Not
 * thread-safe.
 */
public final class Transcript {

  private static final char ESCAPE = '\u001b';
  private static final int COLOUR_LENGTH_MAX = 32;
  private static final String PLAIN = ESCAPE + "[0m";

  private final Terminal terminal;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private ByteBuffer rest = ByteBuffer.allocate(0);
  private String unfinished = "";
  private boolean coloured;

  public Transcript(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Writes what came next; a character that is cut in two waits for its other half. */
  public void write(byte[] bytes, int length) {
    PrintStream out = terminal.out();
    if (!terminal.watched()) {
      out.write(bytes, 0, length);
      return;
    }
    ByteBuffer all = ByteBuffer.allocate(rest.remaining() + length);
    all.put(rest).put(bytes, 0, length).flip();
    CharBuffer chars = CharBuffer.allocate(all.remaining() + 1);
    decoder.decode(all, chars, false);
    rest = all;
    out.print(visible(unfinished + chars.flip()));
    out.flush();
  }

  /** Ends it, so that no colour runs on. */
  public void end() {
    PrintStream out = terminal.out();
    if (terminal.watched()) {
      out.print(Visible.of(unfinished + "\ufffd".repeat(rest.hasRemaining() ? 1 : 0)));
      out.print(coloured ? PLAIN : "");
      unfinished = "";
      rest = ByteBuffer.allocate(0);
    }
    out.flush();
  }

  private String visible(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    unfinished = "";
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      if (point == ESCAPE) {
        int end = endOfColour(text, at);
        if (end < 0) {
          unfinished = text.substring(at);
          return shown.toString();
        }
        if (end > at) {
          colour(shown, text.substring(at, end));
          at = end;
          continue;
        }
      }
      if (point == '\n' || point == '\t') {
        shown.append((char) point);
      } else {
        shown.append(Visible.of(Character.toString(point)));
      }
      at += Character.charCount(point);
    }
    return shown.toString();
  }

  private void colour(StringBuilder shown, String sequence) {
    if (terminal.colours()) {
      shown.append(sequence);
      coloured = true;
    }
  }

  /** Where a colour ends; the same place when there is none, -1 when it may be cut off. */
  private static int endOfColour(String text, int start) {
    int at = start + 1;
    if (at == text.length()) {
      return -1;
    }
    if (text.charAt(at) != '[') {
      return start;
    }
    at++;
    while (at < text.length() && at - start < COLOUR_LENGTH_MAX) {
      char c = text.charAt(at);
      if (c == 'm') {
        return at + 1;
      }
      if (!(c >= '0' && c <= '9') && c != ';') {
        return start;
      }
      at++;
    }
    return at == text.length() && at - start < COLOUR_LENGTH_MAX ? -1 : start;
  }
}
