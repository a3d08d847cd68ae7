package dev.slipway.agent.disk;

import dev.slipway.agent.mask.Forms;
import dev.slipway.agent.mask.Masks;
import dev.slipway.agent.port.Secrets;
import dev.slipway.codec.Digests;
import dev.slipway.runtime.files.Durable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Secrets as files of a folder, one value each, named as people call it. A value that was replaced
 * or removed is remembered for a while beside them, for what runs may still write it. Whoever puts
 * a value there does so; nothing of it ever comes from the server. Thread-safe.
 */
public final class FileSecrets implements Secrets {

  /** How many values are hidden, those of before included. */
  public static final int VALUES_MAX = 200;

  /** What shorter value cannot be told from anything else, in bytes. */
  public static final int LENGTH_MIN = 6;

  /** How long a value may be, in bytes. */
  public static final int LENGTH_MAX = 8192;

  /** How long all values together may be, in bytes. */
  public static final int LENGTHS_MAX = 32 << 10;

  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final Duration REMEMBERED = Duration.ofDays(30);
  private static final String FORMER = ".former";
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");

  private final Path folder;
  private final InstantSource clock;
  private final Consumer<String> log;
  private Map<Path, FileTime> seen = Map.of();
  private Instant lookAt = Instant.MIN;
  private Masks masks = Masks.NONE;

  private FileSecrets(Path folder, InstantSource clock, Consumer<String> log) {
    this.folder = folder;
    this.clock = clock;
    this.log = log;
  }

  /**
   * Opens a folder, which is made when there is none.
   *
   * @param log takes lines for the operator of the machine; no value is ever in one
   */
  public static FileSecrets open(Path folder, InstantSource clock, Consumer<String> log)
      throws IOException {
    Files.createDirectories(folder.resolve(FORMER));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    return new FileSecrets(folder, clock, log);
  }

  @Override
  public synchronized Masks masks() {
    Instant now = clock.instant();
    if (!now.isBefore(lookAt)) {
      lookAt = now.plus(LOOK_EVERY);
      try {
        look(now);
      } catch (IOException e) {
        log.accept("The secrets cannot be read: " + e.getClass().getSimpleName());
      }
    }
    return masks;
  }

  private void look(Instant now) throws IOException {
    Map<Path, FileTime> found = new LinkedHashMap<>();
    for (Path file : files(folder)) {
      found.put(file, Files.getLastModifiedTime(file));
    }
    if (found.equals(seen)) {
      return;
    }
    for (Path file : found.keySet()) {
      remember(file, now);
    }
    masks = Masks.of(hidden(now).stream().flatMap(value -> Forms.of(value).stream()).toList());
    seen = found;
  }

  /** Keeps a value beside the others, for the time when its file holds another. */
  private void remember(Path file, Instant now) throws IOException {
    byte[] value = value(file);
    if (value.length < LENGTH_MIN || value.length > LENGTH_MAX) {
      log.accept(
          "The secret %s is not hidden: it has %d bytes, and only values of %d to %d bytes are."
              .formatted(file.getFileName(), value.length, LENGTH_MIN, LENGTH_MAX));
      return;
    }
    if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
      log.accept("The secret %s can be read by others; chmod 600.".formatted(file.getFileName()));
    }
    Path former = folder.resolve(FORMER).resolve(Digests.sha256(value).hex());
    if (!Files.exists(former)) {
      Path fresh = former.resolveSibling("fresh.part");
      Files.deleteIfExists(fresh);
      Files.createFile(fresh, PosixFilePermissions.asFileAttribute(OWNER));
      Files.write(fresh, value);
      Durable.move(fresh, former);
    }
    Files.setLastModifiedTime(former, FileTime.from(now));
  }

  /** The newest values, as many as are hidden; those that are too old or too many are forgotten. */
  private List<byte[]> hidden(Instant now) throws IOException {
    List<Path> newestFirst = new ArrayList<>(files(folder.resolve(FORMER)));
    newestFirst.sort(
        Comparator.comparingLong((Path file) -> file.toFile().lastModified()).reversed());
    List<byte[]> values = new ArrayList<>();
    int sum = 0;
    for (Path file : newestFirst) {
      byte[] value = value(file);
      sum += value.length;
      Instant last = Files.getLastModifiedTime(file).toInstant();
      if (values.size() == VALUES_MAX || sum > LENGTHS_MAX) {
        log.accept("There are more secrets than can be hidden; the oldest are not any more.");
        break;
      }
      if (last.plus(REMEMBERED).isBefore(now)) {
        Files.deleteIfExists(file);
      } else {
        values.add(value);
      }
    }
    return values;
  }

  /** The content without a line break at its end, which editors add. */
  private static byte[] value(Path file) throws IOException {
    byte[] content;
    try (InputStream in = Files.newInputStream(file)) {
      content = in.readNBytes(LENGTH_MAX + 3);
    }
    int length = content.length;
    if (length > 0 && content[length - 1] == '\n') {
      length--;
    }
    if (length > 0 && content[length - 1] == '\r') {
      length--;
    }
    return Arrays.copyOf(content, length);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().endsWith(".part"))
          .sorted()
          .toList();
    }
  }
}
