package dev.slipway.agent.disk;

import dev.slipway.agent.port.ArchiveStore;
import dev.slipway.codec.Digests;
import dev.slipway.model.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Archives in a folder, each under its digest; the ones used longest ago make room. Thread-safe.
 */
public final class FileArchives implements ArchiveStore {

  private static final int KEPT_MAX = 50;

  private final Path folder;
  private final InstantSource clock;

  /** Opens a folder, which is made when there is none. */
  public FileArchives(Path folder, InstantSource clock) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.clock = clock;
  }

  @Override
  public boolean has(Digest digest) {
    return Files.exists(file(digest));
  }

  @Override
  public InputStream open(Digest digest) throws IOException {
    Files.setLastModifiedTime(file(digest), FileTime.from(clock.instant()));
    return Files.newInputStream(file(digest));
  }

  @Override
  public void keep(Digest digest, InputStream content) throws IOException {
    Path fresh = Files.createTempFile(folder, "fresh", ".part");
    try {
      if (!copy(content, fresh).equals(digest)) {
        throw new IOException("What came for " + digest + " has another digest.");
      }
      Files.move(fresh, file(digest), StandardCopyOption.ATOMIC_MOVE);
      makeRoom();
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static Digest copy(InputStream content, Path to) throws IOException {
    try (OutputStream file = Files.newOutputStream(to);
        DigestOutputStream out = new DigestOutputStream(file, Digests.sha256())) {
      content.transferTo(out);
      return Digests.of(out.getMessageDigest().digest());
    }
  }

  private void makeRoom() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> newestFirst =
          files
              .filter(file -> file.toString().endsWith(".tar"))
              .sorted(Comparator.comparingLong(file -> -file.toFile().lastModified()))
              .toList();
      for (Path old : newestFirst.stream().skip(KEPT_MAX).toList()) {
        Files.deleteIfExists(old);
      }
    }
  }

  private Path file(Digest digest) {
    return folder.resolve(digest.hex() + ".tar");
  }
}
