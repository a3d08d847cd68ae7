package dev.slipway.source.git;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a tar archive whose bytes follow from its content alone: no times, owners or names of
 * users. The form is ustar, with a pax header where a name is long or not ASCII (POSIX.1-2001,
 * "pax"). Not thread-safe.
 */
final class TarWriter {

  private static final int BLOCK = 512;
  private static final int NAME_MAX = 100;
  private static final int MODE = 0644;
  private static final int MODE_EXECUTABLE = 0755;
  private static final int MODE_LINK = 0777;

  private final OutputStream out;

  TarWriter(OutputStream out) {
    this.out = out;
  }

  /** Writes what a file's content is; exactly as many bytes as were announced. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  void file(String name, boolean executable, long size, Content content) throws IOException {
    header(name, '0', executable ? MODE_EXECUTABLE : MODE, size, "");
    content.writeTo(out);
    pad(size);
  }

  void link(String name, String target) throws IOException {
    header(name, '2', MODE_LINK, 0, target);
  }

  /** Writes the end of the archive; the stream stays open. */
  void finish() throws IOException {
    out.write(new byte[2 * BLOCK]);
  }

  private void header(String name, char type, int mode, long size, String target)
      throws IOException {
    String pax = paxRecord("path", name) + paxRecord("linkpath", target);
    if (!pax.isEmpty()) {
      byte[] records = pax.getBytes(UTF_8);
      block("pax", 'x', MODE, records.length, "");
      out.write(records);
      pad(records.length);
    }
    block(name, type, mode, size, target);
  }

  private static String paxRecord(String key, String value) {
    if (US_ASCII.newEncoder().canEncode(value) && value.length() <= NAME_MAX) {
      return "";
    }
    int rest = (" " + key + "=" + value + "\n").getBytes(UTF_8).length;
    int length = rest + Integer.toString(rest).length();
    // The length counts its own digits, which may be one more for that.
    length = rest + Integer.toString(length).length();
    return length + " " + key + "=" + value + "\n";
  }

  private void block(String name, char type, int mode, long size, String target)
      throws IOException {
    byte[] block = new byte[BLOCK];
    put(block, 0, NAME_MAX, name);
    octal(block, 100, 8, mode);
    octal(block, 108, 8, 0);
    octal(block, 116, 8, 0);
    octal(block, 124, 12, size);
    octal(block, 136, 12, 0);
    put(block, 148, 8, "        ");
    block[156] = (byte) type;
    put(block, 157, NAME_MAX, target);
    put(block, 257, 8, "ustar\00000");
    int sum = 0;
    for (byte b : block) {
      sum += b & 0xff;
    }
    octal(block, 148, 7, sum);
    out.write(block);
  }

  /** A name that does not fit is cut; its pax header says it whole. */
  private static void put(byte[] block, int offset, int length, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    System.arraycopy(bytes, 0, block, offset, Math.min(length, bytes.length));
  }

  private static void octal(byte[] block, int offset, int length, long value) {
    String digits = Long.toOctalString(value);
    put(block, offset, length, "0".repeat(length - 1 - digits.length()) + digits);
    block[offset + length - 1] = 0;
  }

  private void pad(long size) throws IOException {
    out.write(new byte[(int) ((BLOCK - size % BLOCK) % BLOCK)]);
  }
}
