package dev.slipway.agent.disk;

import dev.slipway.agent.port.Disk;
import dev.slipway.runtime.files.Durable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * The journal as one file of records: length (4 bytes, big-endian), CRC-32C of the content (4
 * bytes), content. A torn record at the end is what a crash leaves; it and what follows is dropped.
 * One process at a time, which a lock on the file ensures. Not thread-safe.
 */
public final class FileDisk implements Disk, AutoCloseable {

  private static final int HEAD = 8;
  private static final int RECORD_BYTES_MAX = 16 << 20;

  private final Path file;
  private FileChannel channel;

  private FileDisk(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Opens the journal, which is made when there is none.
   *
   * @throws IOException when it cannot be opened, or another process has it open
   */
  public static FileDisk open(Path file) throws IOException {
    return new FileDisk(file, opened(file));
  }

  private static FileChannel opened(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (!isLocked(channel)) {
      channel.close();
      throw new IOException("Another agent uses " + file + "; each needs a folder of its own.");
    }
    return channel;
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public List<byte[]> read() {
    try {
      ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(file));
      List<byte[]> records = new ArrayList<>();
      long whole = 0;
      while (all.remaining() >= HEAD) {
        int length = all.getInt();
        int sum = all.getInt();
        if (length < 0 || length > all.remaining()) {
          break;
        }
        byte[] entry = new byte[length];
        all.get(entry);
        if (checksum(entry) != sum) {
          break;
        }
        records.add(entry);
        whole = all.position();
      }
      channel.truncate(whole);
      channel.position(whole);
      return List.copyOf(records);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void append(byte[] entry, boolean durable) {
    try {
      write(channel, framed(entry));
      if (durable) {
        channel.force(false);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void replace(List<byte[]> entries) {
    Path fresh = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.deleteIfExists(fresh);
      FileChannel next = opened(fresh);
      for (byte[] entry : entries) {
        write(next, framed(entry));
      }
      next.force(true);
      Durable.move(fresh, file);
      channel.close();
      channel = next;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.force(false);
    channel.close();
  }

  private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static ByteBuffer framed(byte[] entry) {
    if (entry.length > RECORD_BYTES_MAX) {
      throw new IllegalArgumentException("A record of the journal is too long.");
    }
    return ByteBuffer.allocate(HEAD + entry.length)
        .putInt(entry.length)
        .putInt(checksum(entry))
        .put(entry)
        .flip();
  }

  private static int checksum(byte[] entry) {
    CRC32C sum = new CRC32C();
    sum.update(entry);
    return (int) sum.getValue();
  }
}
