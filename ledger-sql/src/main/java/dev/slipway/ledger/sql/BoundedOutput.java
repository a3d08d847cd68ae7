package dev.slipway.ledger.sql;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Takes a number of bytes and no more. */
final class BoundedOutput extends FilterOutputStream {

  private final long sizeMax;
  private long left;

  BoundedOutput(OutputStream out, long sizeMax) {
    super(out);
    this.sizeMax = sizeMax;
    left = sizeMax;
  }

  @Override
  public void write(int single) throws IOException {
    write(new byte[] {(byte) single}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    if (length > left) {
      throw new IOException("The content is larger than " + sizeMax + " bytes");
    }
    left -= length;
    out.write(bytes, from, length);
  }
}
