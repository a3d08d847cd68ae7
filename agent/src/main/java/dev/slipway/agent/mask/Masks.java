package dev.slipway.agent.mask;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * Hides every byte that belongs to an occurrence of a pattern, however occurrences overlap: what
 * contains another pattern is hidden whole. One pass over the bytes finds all of them (Aho and
 * Corasick). Immutable, thread-safe.
 */
public final class Masks {

  /** Hides nothing. */
  public static final Masks NONE = of(List.of());

  static final byte MASK = '*';

  private static final int ROOT = 0;
  private static final int NOBODY = -1;
  private static final int FIRST_SIZE = 1024;

  /** What may stand before the cut end of something in a reason. */
  private static final String[] CUT_AFTER = {"Its last lines: ", "…"};

  private static final int CUT_LENGTH_MIN = 3;

  private byte[] label = new byte[FIRST_SIZE];
  private int[] child = new int[FIRST_SIZE];
  private int[] sibling = new int[FIRST_SIZE];
  private int[] fallback = new int[FIRST_SIZE];
  private int[] depth = new int[FIRST_SIZE];

  /** How long the longest pattern is that ends here; 0 for none. */
  private int[] ends = new int[FIRST_SIZE];

  private final int[] fromRoot = new int[256];
  private final Collection<byte[]> patterns;
  private int nodes;
  private int longest;

  private Masks(Collection<byte[]> patterns) {
    this.patterns = patterns;
    int _ = node(ROOT, (byte) 0);
    patterns.forEach(this::add);
    link();
  }

  /** Hides these; empty ones are passed over. */
  public static Masks of(Collection<byte[]> patterns) {
    return new Masks(patterns.stream().map(byte[]::clone).toList());
  }

  /** The length of the longest pattern, in bytes. */
  public int longest() {
    return longest;
  }

  /**
   * Hides in place.
   *
   * @return how many bytes at the end may be the beginning of a pattern
   */
  public int hide(byte[] bytes, int length) {
    int state = ROOT;
    for (int i = 0; i < length; i++) {
      byte original = bytes[i];
      state = step(state, original);
      int found = ends[state];
      if (found > 0) {
        // What was hidden by a longer or an earlier find is hidden again, which is harmless, for
        // the state goes by what the bytes were.
        Arrays.fill(bytes, i - found + 1, i + 1, MASK);
      }
    }
    return depth[state];
  }

  /** Hides in a text for people, of which a part may have been cut off before its last lines. */
  public String hide(String text) {
    if (longest == 0) {
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

  private void add(byte[] pattern) {
    int state = ROOT;
    for (byte one : pattern) {
      int next = childOf(state, one);
      state = next == NOBODY ? node(state, one) : next;
    }
    ends[state] = Math.max(ends[state], pattern.length);
    longest = Math.max(longest, pattern.length);
  }

  private int node(int parent, byte one) {
    int made = nodes++;
    if (made == label.length) {
      label = Arrays.copyOf(label, 2 * made);
      child = Arrays.copyOf(child, 2 * made);
      sibling = Arrays.copyOf(sibling, 2 * made);
      fallback = Arrays.copyOf(fallback, 2 * made);
      depth = Arrays.copyOf(depth, 2 * made);
      ends = Arrays.copyOf(ends, 2 * made);
    }
    child[made] = NOBODY;
    sibling[made] = NOBODY;
    if (made != ROOT) {
      label[made] = one;
      depth[made] = depth[parent] + 1;
      sibling[made] = child[parent];
      child[parent] = made;
    }
    return made;
  }

  private int childOf(int state, byte one) {
    int next = child[state];
    while (next != NOBODY && label[next] != one) {
      next = sibling[next];
    }
    return next;
  }

  /** Finds for each node the longest other one that its path ends in, breadth first. */
  private void link() {
    Deque<Integer> waiting = new ArrayDeque<>();
    for (int node = child[ROOT]; node != NOBODY; node = sibling[node]) {
      fromRoot[Byte.toUnsignedInt(label[node])] = node;
      waiting.add(node);
    }
    while (!waiting.isEmpty()) {
      int parent = waiting.remove();
      for (int node = child[parent]; node != NOBODY; node = sibling[node]) {
        fallback[node] = step(fallback[parent], label[node]);
        ends[node] = Math.max(ends[node], ends[fallback[node]]);
        waiting.add(node);
      }
    }
  }

  private int step(int from, byte one) {
    int state = from;
    while (state != ROOT) {
      int next = childOf(state, one);
      if (next != NOBODY) {
        return next;
      }
      state = fallback[state];
    }
    return fromRoot[Byte.toUnsignedInt(one)];
  }
}
