package dev.slipway.runtime.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads tar archives in the ustar form with pax extended headers (POSIX.1-2001, "pax"): files,
 * folders and symbolic links, and nothing else. Not thread-safe.
 */
final class TarReader {

  private static final int BLOCK = 512;
  private static final int PAX_BYTES_MAX = 64 * 1024;

  private final InputStream in;
  private long left;
  private int padding;

  TarReader(InputStream in) {
    this.in = in;
  }

  /** The next entry, after which {@link #content} is its content; empty at the end. */
  Optional<TarEntry> next() throws IOException {
    in.skipNBytes(left + padding);
    left = 0;
    padding = 0;
    Map<String, String> pax = new HashMap<>();
    while (true) {
      byte[] header = in.readNBytes(BLOCK);
      if (header.length == 0 || isZero(header)) {
        return Optional.empty();
      }
      if (header.length < BLOCK || !checksumHolds(header)) {
        throw new ArchiveRefused("archive-broken", "The archive is cut off or no tar archive.");
      }
      long size = octal(header, 124, 12);
      switch (header[156]) {
        case 'x' -> pax.putAll(paxRecords(size));
        case 'g' -> paxRecords(size);
        default -> {
          return Optional.of(entry(header, size, pax));
        }
      }
    }
  }

  /** Up to {@code buffer.length} bytes of the present entry; 0 at its end. */
  int content(byte[] buffer) throws IOException {
    if (left == 0) {
      return 0;
    }
    int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
    if (read < 0) {
      throw new ArchiveRefused("archive-broken", "The archive is cut off.");
    }
    left -= read;
    return read;
  }

  private TarEntry entry(byte[] header, long headerSize, Map<String, String> pax)
      throws IOException {
    TarEntry.Kind kind = kind(header[156]);
    long size = pax.containsKey("size") ? decimal(pax.get("size")) : headerSize;
    left = kind == TarEntry.Kind.FILE ? size : 0;
    padding = (int) ((BLOCK - left % BLOCK) % BLOCK);
    String prefix = text(header, 345, 155);
    String plain = text(header, 0, 100);
    String name = prefix.isEmpty() ? plain : prefix + "/" + plain;
    return new TarEntry(
        pax.getOrDefault("path", name),
        kind,
        pax.getOrDefault("linkpath", text(header, 157, 100)),
        left,
        (octal(header, 100, 8) & 0100) != 0);
  }

  private static TarEntry.Kind kind(byte type) throws ArchiveRefused {
    return switch (type) {
      case '0', 0 -> TarEntry.Kind.FILE;
      case '5' -> TarEntry.Kind.FOLDER;
      case '2' -> TarEntry.Kind.SYMBOLIC_LINK;
      default ->
          throw new ArchiveRefused(
              "archive-entry-kind",
              "The archive holds a hard link, a device or another thing that is no file.");
    };
  }

  private Map<String, String> paxRecords(long size) throws IOException {
    if (size > PAX_BYTES_MAX) {
      throw new ArchiveRefused(
          "archive-too-large", "An extended header of the archive is too long.");
    }
    byte[] bytes = in.readNBytes((int) size);
    in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
    Map<String, String> records = new HashMap<>();
    int start = 0;
    while (start < bytes.length) {
      int space = start;
      while (space < bytes.length && bytes[space] != ' ') {
        space++;
      }
      int length =
          (int) decimal(new String(bytes, start, space - start, StandardCharsets.US_ASCII));
      if (length <= space - start + 1 || length > bytes.length - start) {
        throw new ArchiveRefused("archive-broken", "An extended header of the archive is broken.");
      }
      String record =
          new String(bytes, space + 1, length - (space - start) - 2, StandardCharsets.UTF_8);
      int equals = record.indexOf('=');
      if (equals > 0) {
        records.put(record.substring(0, equals), record.substring(equals + 1));
      }
      start += length;
    }
    return records;
  }

  private static long decimal(String digits) throws ArchiveRefused {
    if (digits.isEmpty()
        || digits.length() > 18
        || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new ArchiveRefused("archive-broken", "A number in the archive is none.");
    }
    return Long.parseLong(digits);
  }

  private static long octal(byte[] header, int offset, int length) throws ArchiveRefused {
    long value = 0;
    for (byte b : text(header, offset, length).strip().getBytes(StandardCharsets.US_ASCII)) {
      if (b < '0' || b > '7') {
        throw new ArchiveRefused("archive-broken", "A number in the archive is none.");
      }
      value = value * 8 + b - '0';
    }
    return value;
  }

  private static String text(byte[] header, int offset, int length) {
    int end = offset;
    while (end < offset + length && header[end] != 0) {
      end++;
    }
    return new String(header, offset, end - offset, StandardCharsets.UTF_8);
  }

  private static boolean isZero(byte[] block) {
    for (byte b : block) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean checksumHolds(byte[] header) throws ArchiveRefused {
    long sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xff;
    }
    return sum == octal(header, 148, 8);
  }
}
