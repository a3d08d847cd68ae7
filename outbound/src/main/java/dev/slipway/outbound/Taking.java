package dev.slipway.outbound;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;

/** Where the bytes of one answer go, up to where there are enough. Used by one thread at a time. */
sealed interface Taking {

  /**
   * Takes what it has room for, and leaves the rest in the buffer.
   *
   * @param status of the answer that the bytes belong to
   */
  void take(int status, ByteBuffer content) throws IOException;

  /** What was taken as text. */
  String text();

  /** Keeps the beginning in memory. */
  final class AsText implements Taking {

    private final int bytesMax;
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();

    AsText(int bytesMax) {
      this.bytesMax = bytesMax;
    }

    @Override
    public void take(int status, ByteBuffer content) {
      byte[] bytes = new byte[Math.min(bytesMax - taken.size(), content.remaining())];
      content.get(bytes);
      taken.writeBytes(bytes);
    }

    @Override
    public String text() {
      return taken.toString(StandardCharsets.UTF_8);
    }
  }

  /** Writes what was asked for to a file; what an answer says instead of it is text. */
  final class IntoFile implements Taking {

    private static final int OK = 200;

    private final WritableByteChannel file;
    private final AsText instead;
    private long room;

    IntoFile(WritableByteChannel file, long bytesMax, AsText instead) {
      this.file = file;
      this.room = bytesMax;
      this.instead = instead;
    }

    @Override
    public void take(int status, ByteBuffer content) throws IOException {
      if (status != OK) {
        instead.take(status, content);
        return;
      }
      ByteBuffer fitting = content.slice();
      fitting.limit((int) Math.min(room, fitting.remaining()));
      int length = fitting.remaining();
      while (fitting.hasRemaining()) {
        file.write(fitting);
      }
      room -= length;
      content.position(content.position() + length);
    }

    @Override
    public String text() {
      return instead.text();
    }
  }
}
