package dev.slipway.agent.mask;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Hides every byte that belongs to an occurrence of a pattern, however occurrences overlap: what
 * contains another pattern is hidden whole. Some patterns are found across breaks too, for Base64
 * is written in lines of any length. Immutable, thread-safe.
 */
public final class Masks {

  /** Hides nothing. */
  public static final Masks NONE = of(List.of());

  static final byte MASK = '*';

  /** What programs write between lines, and reasons in the place of a line's end. */
  private static final String BREAKS = "\n\r\t |";

  /**
   * How much of a pattern has to stand in a line for the next line to be heard as more of it. What
   * a line ends in is seldom that much, so that lines are not kept back for it.
   */
  private static final int OPEN_MIN = 3;

  /** How much longer than itself a pattern may be with its breaks. */
  private static final int BREAKS_MAX = 64;

  /** What may stand before the cut end of something in a reason. */
  private static final String[] CUT_AFTER = {"Its last lines: ", "…"};

  private static final int CUT_LENGTH_MIN = 3;

  /** What is shorter may be anything. */
  private static final int LENGTH_MIN = 6;

  private final Automaton whole;
  private final Automaton broken;
  private final List<byte[]> patterns;

  private Masks(Collection<byte[]> whole, Collection<byte[]> broken) {
    this.whole = new Automaton(whole);
    this.broken = new Automaton(broken);
    this.patterns = Stream.concat(whole.stream(), broken.stream()).map(byte[]::clone).toList();
  }

  /** Hides these as they are; empty ones are passed over. */
  public static Masks of(Collection<byte[]> patterns) {
    return new Masks(patterns, List.of());
  }

  /** Hides secret values in each of their {@link Forms}. */
  public static Masks hiding(Collection<byte[]> values) {
    return new Masks(
        values.stream().flatMap(value -> Forms.of(value).stream()).toList(),
        values.stream()
            .flatMap(value -> Forms.base64(value).stream())
            .flatMap(Masks::begunBefore)
            .toList());
  }

  /** The pattern, and the rest of it where too little for it stands in the line before. */
  private static Stream<byte[]> begunBefore(byte[] pattern) {
    return IntStream.range(0, OPEN_MIN)
        .filter(start -> start == 0 || pattern.length - start >= LENGTH_MIN)
        .mapToObj(start -> Arrays.copyOfRange(pattern, start, pattern.length));
  }

  /** How far away from a byte others can be that decide whether it is hidden. */
  public int longest() {
    int lines = broken.longest();
    return Math.max(whole.longest(), lines == 0 ? 0 : 2 * lines + BREAKS_MAX);
  }

  /**
   * Hides in place.
   *
   * @return how many bytes at the end may be the beginning of a pattern
   */
  public int hide(byte[] bytes, int length) {
    int state = Automaton.START;
    int acrossBreaks = Automaton.START;
    int[] places = new int[Math.max(1, broken.longest())];
    int count = 0;
    for (int i = 0; i < length; i++) {
      // What was hidden by an earlier find may be hidden again, which is harmless, for the states
      // go by what the bytes were.
      byte original = bytes[i];
      state = whole.step(state, original);
      Arrays.fill(bytes, i - whole.found(state) + 1, i + 1, MASK);
      if (BREAKS.indexOf(original) >= 0) {
        boolean goesOn = broken.open(acrossBreaks) >= OPEN_MIN;
        acrossBreaks = goesOn ? acrossBreaks : Automaton.START;
      } else {
        places[count++ % places.length] = i;
        acrossBreaks = broken.step(acrossBreaks, original);
        for (int back = 1; back <= broken.found(acrossBreaks); back++) {
          bytes[places[(count - back) % places.length]] = MASK;
        }
      }
    }
    int open = broken.open(acrossBreaks);
    return Math.max(
        whole.open(state), open == 0 ? 0 : length - places[(count - open) % places.length]);
  }

  /** Hides in a text for people, of which a part may have been cut off before its last lines. */
  public String hide(String text) {
    if (longest() == 0) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (String mark : CUT_AFTER) {
      byte[] before = mark.getBytes(StandardCharsets.UTF_8);
      for (int at = 0; at + before.length < bytes.length; at++) {
        if (Arrays.equals(bytes, at, at + before.length, before, 0, before.length)) {
          hideCut(bytes, at + before.length);
        }
      }
    }
    int _ = hide(bytes, bytes.length);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Hides what the bytes begin with from here on, if that is the end of a pattern. */
  private void hideCut(byte[] bytes, int from) {
    int hidden = 0;
    for (byte[] pattern : patterns) {
      int most = Math.min(pattern.length - 1, bytes.length - from);
      for (int length = most; length >= CUT_LENGTH_MIN && length > hidden; length--) {
        if (Arrays.equals(
            bytes, from, from + length, pattern, pattern.length - length, pattern.length)) {
          hidden = length;
        }
      }
    }
    Arrays.fill(bytes, from, from + hidden, MASK);
  }
}
