package dev.slipway.bench.subject;

import dev.slipway.ledger.sql.DurableWrites;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Counts durable writes in a mapped file, so that another process can read the count at any time
 * without asking.
 */
final class CountedWrites implements DurableWrites {

  private final ByteBuffer count;

  private CountedWrites(ByteBuffer count) {
    this.count = count;
  }

  static CountedWrites in(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return new CountedWrites(
          channel
              .map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES)
              .order(ByteOrder.nativeOrder()));
    }
  }

  @Override
  public void before(What what) {}

  @Override
  public synchronized void after(What what) {
    count.putLong(0, count.getLong(0) + 1);
  }

  long total() {
    return count.getLong(0);
  }
}
