package dev.slipway.ledger.sql;

import dev.slipway.codec.Digests;
import dev.slipway.model.Digest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** Fails at its end when the bytes were not those of the digest. */
final class VerifiedInput extends FilterInputStream {

  private final MessageDigest sha = Digests.sha256();
  private final Digest expected;
  private boolean verified;

  VerifiedInput(InputStream in, Digest expected) {
    super(in);
    this.expected = expected;
  }

  @Override
  public int read() throws IOException {
    byte[] single = new byte[1];
    return read(single, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(single[0]);
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int count = in.read(bytes, from, length);
    if (count > 0) {
      sha.update(bytes, from, count);
    } else if (count < 0 && !verified) {
      verify();
    }
    return count;
  }

  private void verify() throws IOException {
    if (!Digests.of(sha.digest()).equals(expected)) {
      throw new IOException("The blob " + expected + " is damaged");
    }
    verified = true;
  }

  /** Skips by reading, for what is skipped must be verified too. */
  @Override
  public long skip(long count) throws IOException {
    byte[] skipped = new byte[(int) Math.min(count, 8192)];
    return Math.max(0, read(skipped, 0, skipped.length));
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
