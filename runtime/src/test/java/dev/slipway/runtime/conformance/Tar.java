package dev.slipway.runtime.conformance;

import dev.slipway.model.Digest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Makes tar archives, hostile ones too. */
public final class Tar {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  public Tar file(String name, String content) {
    return entry(name, '0', "", content, false);
  }

  public Tar program(String name, String content) {
    return entry(name, '0', "", content, true);
  }

  public Tar link(String name, String to) {
    return entry(name, '2', to, "", false);
  }

  public Tar entry(String name, char type, String link, String content, boolean executable) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    byte[] header = new byte[512];
    put(header, 0, name);
    put(header, 100, executable ? "0000755" : "0000644");
    put(header, 108, "0000000");
    put(header, 116, "0000000");
    put(header, 124, String.format("%011o", bytes.length));
    put(header, 136, "00000000000");
    header[156] = (byte) type;
    put(header, 157, link);
    put(header, 257, "ustar");
    put(header, 263, "00");
    Arrays.fill(header, 148, 156, (byte) ' ');
    int sum = 0;
    for (byte b : header) {
      sum += b & 0xff;
    }
    put(header, 148, String.format("%06o", sum));
    header[154] = 0;
    out.writeBytes(header);
    out.writeBytes(bytes);
    out.writeBytes(new byte[(512 - bytes.length % 512) % 512]);
    return this;
  }

  public byte[] bytes() {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(out.toByteArray());
    whole.writeBytes(new byte[1024]);
    return whole.toByteArray();
  }

  public InputStream stream() {
    return new ByteArrayInputStream(bytes());
  }

  public Digest digest() {
    try {
      return Digest.ofHex(
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes())));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void put(byte[] header, int offset, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, header, offset, bytes.length);
  }
}
