package dev.slipway.forwarder;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import dev.slipway.forwarder.routes.ForwarderFolder;
import dev.slipway.forwarder.routes.Routes;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The files of routes, watched; the kernel says when one changed, and nothing is polled. */
final class RouteFiles implements Closeable {

  private static final int FILES_MAX = 10_000;

  private final Path folder;
  private final WatchService watch;

  private RouteFiles(Path folder, WatchService watch) {
    this.folder = folder;
    this.watch = watch;
  }

  static RouteFiles watch(Path folder) throws IOException {
    WatchService watch = folder.getFileSystem().newWatchService();
    WatchKey _ = folder.register(watch, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE);
    return new RouteFiles(folder, watch);
  }

  /** Waits until something may have changed; false when the folder is gone or the time is over. */
  boolean hasChanged(Duration within) throws InterruptedException {
    WatchKey key = watch.poll(within.toMillis(), TimeUnit.MILLISECONDS);
    if (key == null) {
      return false;
    }
    List<?> _ = key.pollEvents();
    return key.reset();
  }

  boolean isThere() {
    return Files.isDirectory(folder);
  }

  /** All files by their names. One that is too long is cut, and then is none that can be read. */
  SortedMap<String, String> read() throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> whole =
          all.filter(file -> !file.toString().endsWith(ForwarderFolder.PART))
              .limit(FILES_MAX)
              .toList();
      for (Path file : whole) {
        try (var in = Files.newInputStream(file)) {
          byte[] bytes = in.readNBytes(Routes.LENGTH_MAX + 1);
          files.put(file.getFileName().toString(), new String(bytes, StandardCharsets.UTF_8));
        } catch (NoSuchFileException _) {
          // It was taken away meanwhile; the kernel says so too.
        }
      }
    }
    return files;
  }

  @Override
  public void close() throws IOException {
    watch.close();
  }
}
