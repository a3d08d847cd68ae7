package dev.slipway.agent.mask;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;

/**
 * Finds all occurrences of patterns in one pass, whatever they have in common (Aho and Corasick).
 * Where it stands is a number that whoever steps keeps. Immutable once made, thread-safe.
 */
final class Automaton {

  /** Where it stands before the first byte. */
  static final int START = 0;

  private static final int NOBODY = -1;
  private static final int FIRST_SIZE = 1024;

  private byte[] label = new byte[FIRST_SIZE];
  private int[] child = new int[FIRST_SIZE];
  private int[] sibling = new int[FIRST_SIZE];
  private int[] fallback = new int[FIRST_SIZE];
  private int[] depth = new int[FIRST_SIZE];
  private int[] ends = new int[FIRST_SIZE];
  private final int[] fromStart = new int[256];
  private int nodes;
  private int longest;

  /** Finds these; empty ones are passed over. */
  Automaton(Collection<byte[]> patterns) {
    int _ = node(START, (byte) 0);
    patterns.forEach(this::add);
    link();
  }

  /** The length of the longest pattern, in bytes. */
  int longest() {
    return longest;
  }

  /** How long the longest pattern is that ends here; 0 for none. */
  int found(int state) {
    return ends[state];
  }

  /** How many of the last bytes may be the beginning of a pattern. */
  int open(int state) {
    return depth[state];
  }

  /** Where it stands after one more byte. */
  int step(int from, byte one) {
    int state = from;
    while (state != START) {
      int next = childOf(state, one);
      if (next != NOBODY) {
        return next;
      }
      state = fallback[state];
    }
    return fromStart[Byte.toUnsignedInt(one)];
  }

  private void add(byte[] pattern) {
    int state = START;
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
    if (made != START) {
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
    for (int node = child[START]; node != NOBODY; node = sibling[node]) {
      fromStart[Byte.toUnsignedInt(label[node])] = node;
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
}
