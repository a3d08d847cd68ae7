package dev.slipway.agent.mask;

import dev.slipway.runtime.Log;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * What was written, with what must not leave the target hidden. While more may come, an end that
 * may be the beginning of a secret is not shown yet.
 *
 * @param ended whether nothing more will come
 */
public record Masked(Log.Written written, Masks masks, boolean ended) implements Log.Written {

  @Override
  public long first() throws IOException {
    return written.first();
  }

  @Override
  public long end() throws IOException {
    long end = written.end();
    if (ended || masks.longest() == 0) {
      return end;
    }
    long from = Math.max(0, end - masks.longest());
    byte[] last = bytes(from, end);
    return end - masks.hide(last, last.length);
  }

  @Override
  public void read(long offset, ByteBuffer into) throws IOException {
    if (masks.longest() == 0) {
      written.read(offset, into);
      return;
    }
    long from = Math.max(0, offset - masks.longest());
    byte[] bytes = bytes(from, offset + into.remaining() + masks.longest());
    int _ = masks.hide(bytes, bytes.length);
    int start = (int) (offset - from);
    int count = Math.min(into.remaining(), bytes.length - start);
    if (count > 0) {
      into.put(bytes, start, count);
    }
  }

  private byte[] bytes(long from, long until) throws IOException {
    ByteBuffer raw = ByteBuffer.allocate((int) (until - from));
    written.read(from, raw);
    byte[] bytes = new byte[raw.flip().remaining()];
    raw.get(bytes);
    return bytes;
  }
}
