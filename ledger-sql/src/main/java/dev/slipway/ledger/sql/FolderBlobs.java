package dev.slipway.ledger.sql;

import dev.slipway.codec.Digests;
import dev.slipway.ledger.Blobs;
import dev.slipway.model.Digest;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Blobs as files of a folder, named by their digests. A blob is written under a temporary name, and
 * gets its own once the disk has it whole. Thread-safe.
 */
public final class FolderBlobs implements Blobs {

  private static final int FAN_OUT = 2;

  private final Path folder;
  private final Path temporary;
  private final long sizeMax;
  private final Disk disk;

  /**
   * Opens a folder, makes it where it is missing, and removes what a crash left half-written.
   *
   * @param sizeMax how many bytes a blob may have
   */
  public FolderBlobs(Path folder, long sizeMax, DurableWrites writes) throws IOException {
    this.folder = Disk.folder(folder);
    this.sizeMax = sizeMax;
    disk = new Disk(writes);
    temporary = Disk.folder(folder.resolve("tmp"));
    try (Stream<Path> left = Files.list(temporary)) {
      for (Path file : left.toList()) {
        Files.delete(file);
      }
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws IOException also when the content is larger than a blob may be; nothing is kept then
   */
  @Override
  public Digest keep(Content content) throws IOException {
    Path file = Files.createTempFile(temporary, "blob", "");
    try {
      Digest digest = write(file, content);
      if (!has(digest)) {
        disk.settle(file);
        disk.name(file, Disk.folder(folder(digest)), file(digest));
      }
      return digest;
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private Digest write(Path file, Content content) throws IOException {
    MessageDigest sha = Digests.sha256();
    try (OutputStream out =
        new BufferedOutputStream(
            new DigestOutputStream(new BoundedOutput(Files.newOutputStream(file), sizeMax), sha))) {
      content.writeTo(out);
    }
    return Digests.of(sha.digest());
  }

  @Override
  public Optional<InputStream> open(Digest digest) throws IOException {
    Path file = file(digest);
    return Files.isRegularFile(file)
        ? Optional.of(new VerifiedInput(Files.newInputStream(file), digest))
        : Optional.empty();
  }

  @Override
  public boolean has(Digest digest) {
    return Files.isRegularFile(file(digest));
  }

  /** The digests of all blobs, in no order. */
  public List<Digest> all() throws IOException {
    try (Stream<Path> files = Files.walk(folder, FAN_OUT)) {
      return files
          .filter(file -> !file.startsWith(temporary) && Files.isRegularFile(file))
          .map(file -> Digest.ofHex(file.getFileName().toString()))
          .toList();
    }
  }

  private Path file(Digest digest) {
    return folder(digest).resolve(digest.hex());
  }

  private Path folder(Digest digest) {
    return folder.resolve(digest.hex().substring(0, FAN_OUT));
  }
}
