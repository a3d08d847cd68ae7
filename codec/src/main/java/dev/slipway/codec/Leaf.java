package dev.slipway.codec;

import dev.slipway.model.Digest;
import java.security.MessageDigest;

/** Hashes of a Merkle tree's leaves and nodes (RFC 9162, section 2.1.1). Stateless; thread-safe. */
public final class Leaf {

  private static final byte LEAF_PREFIX = 0;
  private static final byte NODE_PREFIX = 1;

  private Leaf() {}

  /** The hash of one leaf; for the ledger, of one entry's exact bytes. */
  public static Digest hash(byte[] bytes) {
    return Digests.of(raw(bytes));
  }

  /** As {@link #hash}, as 32 raw bytes. */
  public static byte[] raw(byte[] bytes) {
    MessageDigest sha = Digests.sha256();
    sha.update(LEAF_PREFIX);
    return sha.digest(bytes);
  }

  static byte[] node(byte[] left, byte[] right) {
    MessageDigest sha = Digests.sha256();
    sha.update(NODE_PREFIX);
    sha.update(left);
    return sha.digest(right);
  }
}
