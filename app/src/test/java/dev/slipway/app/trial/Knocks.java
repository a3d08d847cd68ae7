package dev.slipway.app.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** Somebody who knocks at an address every now and then, and counts who does not answer. */
final class Knocks implements AutoCloseable {

  private final ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();
  private final LongAdder all = new LongAdder();
  private final LongAdder unanswered = new LongAdder();
  private volatile boolean leaving;

  Knocks(URI address) {
    thread.execute(() -> {
      while (!leaving) {
        all.increment();
        if (Shelf.ask(address).isEmpty()) {
          unanswered.increment();
        }
        Pause.briefly();
      }
    });
  }

  long unanswered() {
    return unanswered.sum();
  }

  /** A line for people. */
  String told() {
    return "%d knocks at the address meanwhile, %d unanswered"
        .formatted(all.sum(), unanswered.sum());
  }

  /** What a forwarder was told, line by line, but for the ports of the processes behind it. */
  static List<String> routes(Path forwarder) {
    try (Stream<Path> files = Files.list(forwarder.resolve("routes"))) {
      return files.sorted().flatMap(Knocks::lines).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .map(line -> line.startsWith("door") ? line : line.replaceAll(":[0-9]+", ":*"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    leaving = true;
    thread.close();
  }
}
