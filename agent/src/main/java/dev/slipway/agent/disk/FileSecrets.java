package dev.slipway.agent.disk;

import dev.slipway.agent.mask.Masks;
import dev.slipway.agent.port.Secrets;
import dev.slipway.codec.Digests;
import dev.slipway.model.Reason;
import dev.slipway.model.SecretValue;
import dev.slipway.model.definition.SecretReference;
import dev.slipway.runtime.SecretMissing;
import dev.slipway.runtime.SecretValues;
import dev.slipway.runtime.files.Durable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Hides secrets: those of a folder, one value in each file, and every value that was given out. One
 * that was replaced or removed is remembered for a while beside them, for what runs may still write
 * it. Nothing of it ever comes from the server. Thread-safe.
 */
public final class FileSecrets implements Secrets {

  /** How many values are hidden, those of before included. */
  public static final int VALUES_MAX = 200;

  /** How long all values together may be, in bytes. */
  public static final int LENGTHS_MAX = 32 << 10;

  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  /** A service may run for a year, and write what it was started with. */
  private static final Duration REMEMBERED = Duration.ofDays(400);

  private static final String FORMER = ".former";
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");

  private final Path folder;
  private final SecretValues sources;
  private final InstantSource clock;
  private final Consumer<String> log;
  private Optional<Map<Path, FileTime>> seen = Optional.empty();
  private Instant lookAt = Instant.MIN;
  private Masks masks = Masks.NONE;

  private FileSecrets(
      Path folder, SecretValues sources, InstantSource clock, Consumer<String> log) {
    this.folder = folder;
    this.sources = sources;
    this.clock = clock;
    this.log = log;
  }

  /**
   * Opens a folder, which is made when there is none.
   *
   * @param sources where values are found that somebody refers to
   * @param log takes lines for the operator of the machine; no value is ever in one
   */
  public static FileSecrets open(
      Path folder, SecretValues sources, InstantSource clock, Consumer<String> log)
      throws IOException {
    Files.createDirectories(folder.resolve(FORMER));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    return new FileSecrets(folder, sources, clock, log);
  }

  @Override
  public String of(SecretReference reference) throws SecretMissing {
    String value = sources.of(reference);
    try {
      hide(value.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new SecretMissing(
          new Reason(
              "secret-unfit",
              "The secret %s cannot be hidden, for the agent's own folder cannot be written."
                  .formatted(reference.words())));
    }
    return value;
  }

  /** Before a value is given out it is hidden, in another life of the agent too. */
  private synchronized void hide(byte[] value) throws IOException {
    Instant now = clock.instant();
    boolean first = seen.isEmpty();
    if (remember(value, now) || first) {
      hideAll(now);
    }
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
    if (seen.filter(found::equals).isPresent()) {
      return;
    }
    for (Path file : found.keySet()) {
      remember(file, now);
    }
    hideAll(now);
    seen = Optional.of(found);
  }

  private void hideAll(Instant now) throws IOException {
    masks = Masks.hiding(hidden(now));
  }

  private void remember(Path file, Instant now) throws IOException {
    byte[] value = value(file);
    if (value.length < SecretValue.LENGTH_MIN || value.length > SecretValue.LENGTH_MAX) {
      log.accept(
          "The secret %s is not hidden: it has %s, and only values of %d to %d bytes are."
              .formatted(
                  file.getFileName(),
                  value.length == 1 ? "one byte" : value.length + " bytes",
                  SecretValue.LENGTH_MIN,
                  SecretValue.LENGTH_MAX));
      return;
    }
    if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
      log.accept("The secret %s can be read by others; chmod 600.".formatted(file.getFileName()));
    }
    boolean _ = remember(value, now);
  }

  /**
   * Keeps a value beside the others, for the time when its file holds another or it has none.
   *
   * @return whether it was not there before
   */
  private boolean remember(byte[] value, Instant now) throws IOException {
    Path former = folder.resolve(FORMER).resolve(Digests.sha256(value).hex());
    boolean isNew = !Files.exists(former);
    if (isNew) {
      Path fresh = former.resolveSibling("fresh.part");
      Files.deleteIfExists(fresh);
      Files.createFile(fresh, PosixFilePermissions.asFileAttribute(OWNER));
      Files.write(fresh, value);
      Durable.move(fresh, former);
    }
    Files.setLastModifiedTime(former, FileTime.from(now));
    return isNew;
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

  private static byte[] value(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return SecretValue.trimmed(in.readNBytes(SecretValue.TOO_MANY));
    }
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
