package dev.slipway.runtime.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Unpacks a tar archive into a fresh folder. An archive is refused that holds an absolute path, a
 * {@code ..}, the same path twice, a path through a link, a link that may leave the folder, a hard
 * link, a device, or too much. Whoever calls removes the folder when this throws.
 */
public final class Unpacking {

  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwxr-xr-x");
  private static final Set<PosixFilePermission> PROGRAM =
      PosixFilePermissions.fromString("rwxr-xr-x");

  private final Path root;
  private final Limits limits;
  private final Set<Path> folders = new HashSet<>();
  private final Set<Path> others = new HashSet<>();
  private final byte[] buffer = new byte[64 * 1024];
  private long bytes;

  private Unpacking(Path root, Limits limits) {
    this.root = root;
    this.limits = limits;
    folders.add(root);
  }

  /**
   * How much an archive may hold.
   *
   * @param bytes in all its files
   */
  public record Limits(int entries, long bytes) {

    /** 200,000 entries and 4 GiB. */
    public static final Limits STANDARD = new Limits(200_000, 4L << 30);
  }

  /**
   * Makes {@code fresh}, which must not exist and whose parent must, and unpacks into it.
   *
   * @throws ArchiveRefused when the archive must not be unpacked
   * @throws IOException when reading or writing fails
   */
  public static void unpack(InputStream archive, Path fresh, Limits limits) throws IOException {
    Files.createDirectory(fresh);
    try {
      new Unpacking(fresh, limits).run(new TarReader(archive));
    } catch (InvalidPathException e) {
      throw new ArchiveRefused(
          "archive-name-impossible",
          "The archive holds a name that this machine cannot write; its locale should be UTF-8.");
    }
  }

  private void run(TarReader reader) throws IOException {
    int entries = 0;
    for (Optional<TarEntry> next = reader.next(); next.isPresent(); next = reader.next()) {
      entries++;
      if (entries > limits.entries()) {
        throw new ArchiveRefused(
            "archive-too-large", "The archive holds more than " + limits.entries() + " entries.");
      }
      put(next.get(), reader);
    }
  }

  private void put(TarEntry entry, TarReader reader) throws IOException {
    Path path = place(entry.name());
    switch (entry.kind()) {
      case FOLDER -> makeFolder(path);
      case FILE -> {
        claim(path);
        copy(entry, reader, path);
      }
      case SYMBOLIC_LINK -> {
        claim(path);
        Files.createSymbolicLink(path, Path.of(checkedLink(path, entry.link())));
      }
    }
  }

  private Path place(String name) throws ArchiveRefused {
    String plain = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    if (plain.isEmpty() || plain.startsWith("/") || plain.indexOf('\0') >= 0) {
      throw escapes();
    }
    Path path = root;
    for (String part : plain.split("/", -1)) {
      if (part.isEmpty() || "..".equals(part)) {
        throw escapes();
      }
      path = ".".equals(part) ? path : path.resolve(part);
    }
    return path;
  }

  /** Only what this unpacking made itself is a folder, so no path leads through a link. */
  private void makeFolder(Path path) throws IOException {
    if (folders.contains(path)) {
      return;
    }
    Path parent = path.getParent();
    if (parent == null || others.contains(path)) {
      throw escapes();
    }
    makeFolder(parent);
    Files.createDirectory(path);
    Files.setPosixFilePermissions(path, FOLDER);
    folders.add(path);
  }

  private void claim(Path path) throws IOException {
    Path parent = path.getParent();
    if (parent == null || folders.contains(path) || !others.add(path)) {
      throw new ArchiveRefused("archive-path-twice", "The archive holds a path twice.");
    }
    makeFolder(parent);
  }

  /**
   * A link may climb with leading {@code ..} only, and no higher than the root. Its own parents are
   * real folders, so climbing goes where it seems to go; and what comes after does not climb.
   */
  private String checkedLink(Path path, String link) throws ArchiveRefused {
    int depth = root.relativize(path).getNameCount() - 1;
    if (link.isEmpty() || link.startsWith("/") || link.indexOf('\0') >= 0) {
      throw escapes();
    }
    boolean climbing = true;
    for (String part : link.split("/", -1)) {
      if ("..".equals(part)) {
        depth--;
        if (!climbing || depth < 0) {
          throw escapes();
        }
      } else if (!".".equals(part) && !part.isEmpty()) {
        climbing = false;
      }
    }
    return link;
  }

  private void copy(TarEntry entry, TarReader reader, Path path) throws IOException {
    bytes += entry.size();
    if (bytes > limits.bytes()) {
      throw new ArchiveRefused(
          "archive-too-large", "The archive holds more than " + limits.bytes() + " bytes.");
    }
    try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW)) {
      for (int read = reader.content(buffer); read > 0; read = reader.content(buffer)) {
        out.write(buffer, 0, read);
      }
    }
    if (entry.executable()) {
      Files.setPosixFilePermissions(path, PROGRAM);
    }
  }

  private static ArchiveRefused escapes() {
    return new ArchiveRefused(
        "archive-path-escapes",
        "The archive holds a path or a link that may lead out of its folder.");
  }
}
