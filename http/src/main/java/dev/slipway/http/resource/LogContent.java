package dev.slipway.http.resource;

import dev.slipway.http.Refusal;
import dev.slipway.loop.door.Changes.Subscription;
import dev.slipway.loop.door.DeliveryLogs;
import dev.slipway.loop.door.DeliveryLogs.Kept;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Organisation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** One log, to be read by one request. */
record LogContent(DeliveryLogs logs, Organisation organisation, DeliveryId delivery, String name) {

  private static final int BLOCK = 64 << 10;

  /** How far back the last lines are looked for. */
  private static final long TAIL_BYTES_MAX = 8L << 20;

  Optional<Kept> find() throws IOException {
    return logs.find(organisation, delivery, name);
  }

  Kept about() throws IOException {
    return find().orElseThrow(Refusal::notFound);
  }

  Subscription follow(Runnable grown) {
    return logs.follow(organisation, delivery, name, grown);
  }

  /** Where the last lines begin; at most 8 MiB before the end. */
  long lastLines(Kept about, int lines) throws IOException {
    long lowest = Math.max(about.first(), about.size() - TAIL_BYTES_MAX);
    long at = about.size();
    int seen = -1;
    while (at > lowest) {
      long start = Math.max(lowest, at - BLOCK);
      ByteBuffer block = ByteBuffer.allocate((int) (at - start));
      logs.read(organisation, delivery, name, start, block);
      for (int i = block.position() - 1; i >= 0; i--) {
        boolean ends = block.get(i) == '\n' || start + i == about.size() - 1;
        seen += ends ? 1 : 0;
        if (ends && seen == lines) {
          return start + i + 1;
        }
      }
      at = start;
    }
    return lines == 0 ? about.size() : lowest;
  }

  /** The bytes between two offsets, for as long as whoever reads them may. */
  InputStream stream(long from, long until, BooleanSupplier allowed) {
    return new InputStream() {
      private ByteBuffer block = ByteBuffer.allocate(BLOCK).limit(0);
      private long at = from;

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        if (!block.hasRemaining() && !fill()) {
          return -1;
        }
        int count = Math.min(length, block.remaining());
        block.get(into, offset, count);
        return count;
      }

      private boolean fill() throws IOException {
        if (!allowed.getAsBoolean()) {
          throw new IOException("Whoever reads this may not any more.");
        }
        block.clear().limit((int) Math.min(BLOCK, until - at));
        if (block.limit() > 0) {
          logs.read(organisation, delivery, name, at, block);
        }
        block.flip();
        at += block.remaining();
        return block.hasRemaining();
      }
    };
  }
}
