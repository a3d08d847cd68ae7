package dev.slipway.runtime.files;

import dev.slipway.model.Digest;
import dev.slipway.runtime.Archives;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Release folders of one slot by the digest of their archive. A folder under its final name is
 * whole, and nothing changes it. The ones that nobody uses are removed, but for the one that was
 * used last by all that converged: what an environment goes back to is there, whatever failed
 * since.
 */
public record Releases(Path folder) {

  private static final int SPARE = 1;
  private static final FileTime NEVER = FileTime.from(Instant.EPOCH);

  /** The folder of an archive, unpacked when it is not there. */
  public Path folderOf(Digest archive, Archives archives) throws IOException {
    Path release = folder.resolve(archive.hex());
    if (!Files.isDirectory(release)) {
      Files.createDirectories(folder);
      Path fresh = folder.resolve(archive.hex() + ".part");
      Trees.remove(fresh);
      try (InputStream in = archives.open(archive)) {
        Unpacking.unpack(in, fresh, Unpacking.Limits.STANDARD);
        force(fresh);
        Files.setLastModifiedTime(fresh, NEVER);
        Durable.move(fresh, release);
      } finally {
        Trees.remove(fresh);
      }
    }
    return release;
  }

  /** Notes that these are in use and well, and removes the others but for the last that was. */
  public void prune(Set<Digest> inUse, Instant now) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    for (Digest used : inUse) {
      Path release = folder.resolve(used.hex());
      if (Files.isDirectory(release)) {
        Files.setLastModifiedTime(release, FileTime.from(now));
      }
    }
    Set<String> used = inUse.stream().map(Digest::hex).collect(Collectors.toSet());
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> unused =
          all.filter(path -> !used.contains(path.getFileName().toString()))
              .sorted(Comparator.comparingLong(path -> -path.toFile().lastModified()))
              .toList();
      for (Path path : unused.stream().skip(SPARE).toList()) {
        Trees.remove(path);
      }
    }
  }

  private static void force(Path tree) throws IOException {
    try (Stream<Path> all = Files.walk(tree)) {
      for (Path path : all.filter(path -> !Files.isSymbolicLink(path)).toList()) {
        Durable.force(path);
      }
    }
  }
}
