package dev.slipway.ledger.chain;

import dev.slipway.codec.EntryCodec;
import dev.slipway.codec.Leaf;
import dev.slipway.codec.Linked;
import dev.slipway.codec.shape.Undecodable;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.entry.Recorded;

/**
 * An entry as it is kept: its exact bytes, and what follows from them.
 *
 * @param previous the leaf hash of the entry before it
 * @param leaf the leaf hash of {@code bytes}
 */
public record Link(Recorded recorded, Bytes bytes, Digest previous, Digest leaf) {

  /**
   * Reads a kept entry.
   *
   * @throws Undecodable when the bytes are none
   */
  public static Link read(Bytes bytes) {
    byte[] array = bytes.toArray();
    Linked linked = EntryCodec.decodeLinked(array);
    return new Link(linked.recorded(), bytes, linked.previous(), Leaf.hash(array));
  }
}
