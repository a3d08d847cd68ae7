package dev.slipway.codec;

import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;

/**
 * The right edge of a growing Merkle tree (RFC 9162): all that is needed to add leaves and to name
 * the root, one hash per set bit of the size. Not thread-safe.
 */
public final class Frontier {

  private static final int HASH_BYTES = 32;

  /** Roots of complete subtrees; the smallest, which is the rightmost, comes first. */
  private final Deque<byte[]> subtrees = new ArrayDeque<>();

  private long size;

  /**
   * An edge that was written down.
   *
   * @throws IllegalArgumentException when {@code bytes} cannot be the edge of a tree of this size
   */
  public static Frontier of(long size, Bytes bytes) {
    byte[] hashes = bytes.toArray();
    if (hashes.length != Long.bitCount(size) * HASH_BYTES) {
      throw new IllegalArgumentException("This is not the edge of a tree of " + size + " leaves");
    }
    Frontier frontier = new Frontier();
    frontier.size = size;
    for (int from = 0; from < hashes.length; from += HASH_BYTES) {
      frontier.subtrees.add(Arrays.copyOfRange(hashes, from, from + HASH_BYTES));
    }
    return frontier;
  }

  /** The hashes of the edge, one after the other. */
  public Bytes bytes() {
    ByteBuffer hashes = ByteBuffer.allocate(subtrees.size() * HASH_BYTES);
    subtrees.forEach(hashes::put);
    return Bytes.of(hashes.array());
  }

  /** Adds a leaf by its {@linkplain Leaf#raw raw hash}. */
  public void add(byte[] leafHash) {
    byte[] hash = leafHash.clone();
    for (long bits = size; (bits & 1) == 1; bits >>= 1) {
      hash = Leaf.node(subtrees.pop(), hash);
    }
    subtrees.push(hash);
    size++;
  }

  /** How many leaves there are. */
  public long size() {
    return size;
  }

  /** The root of the tree of all leaves so far; of no leaves it is the hash of nothing. */
  public Digest root() {
    Iterator<byte[]> smallestFirst = subtrees.iterator();
    if (!smallestFirst.hasNext()) {
      return Digests.sha256(new byte[0]);
    }
    byte[] root = smallestFirst.next();
    while (smallestFirst.hasNext()) {
      root = Leaf.node(smallestFirst.next(), root);
    }
    return Digests.of(root);
  }
}
