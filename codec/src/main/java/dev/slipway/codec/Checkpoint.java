package dev.slipway.codec;

import dev.slipway.model.Digest;

/**
 * What a log was at one size.
 *
 * @param origin names the log; no line break in it
 * @param size how many entries it had
 * @param root the root of the Merkle tree over their leaf hashes
 */
public record Checkpoint(String origin, long size, Digest root) {

  public Checkpoint {
    if (origin.isBlank() || origin.indexOf('\n') >= 0 || size < 0) {
      throw new IllegalArgumentException("A checkpoint has an origin of one line and a size");
    }
  }
}
