package dev.slipway.forwarder;

import dev.slipway.forwarder.routes.Door;
import dev.slipway.forwarder.routes.ForwarderFolder;
import dev.slipway.forwarder.routes.Routes;
import dev.slipway.forwarder.routes.Standing;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A forwarder as a process of its own, and its folder. */
final class Child implements AutoCloseable {

  private static final String NAME = "shop";

  private final ForwarderFolder folder;
  private final Process process;

  private Child(ForwarderFolder folder, Process process) {
    this.folder = folder;
    this.process = process;
  }

  /** Starts one, and waits until it says something of each file of routes. */
  static Child start(Path root) throws IOException {
    ForwarderFolder folder = new ForwarderFolder(root);
    Files.createDirectories(folder.routes());
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx48m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                root.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(root.toFile(), "log")))
            .start();
    Child child = new Child(folder, process);
    if (Files.exists(folder.routes().resolve(NAME))) {
      child.await(() -> child.standing().isPresent());
    }
    return child;
  }

  /** Replaces the routes, and waits until they are in force. */
  Standing route(Door... doors) throws IOException {
    return write(new Routes(List.of(doors)).text());
  }

  void writeAs(String name, String text) throws IOException {
    Path part = folder.routes().resolve(name + ForwarderFolder.PART);
    Files.writeString(part, text);
    Files.move(part, folder.routes().resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  Standing write(String text) throws IOException {
    writeAs(NAME, text);
    String digest = ForwarderFolder.digest(text);
    await(() -> standing().filter(one -> one.digest().equals(digest)).isPresent());
    return standing().orElseThrow();
  }

  Optional<Standing> standing() {
    try (Stream<Path> runs = Files.list(folder.run())) {
      Optional<Path> mine =
          runs.filter(run -> run.getFileName().toString().startsWith(process.pid() + "-"))
              .findFirst();
      return mine.isPresent() && Files.exists(mine.get().resolve(NAME))
          ? Optional.of(Standing.parse(Files.readString(mine.get().resolve(NAME))))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end || !process.isAlive()) {
        throw new AssertionError(
            "It did not come about; the forwarder lives: " + process.isAlive());
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  void term() {
    process.destroy();
  }

  boolean endsWithin(long seconds) throws InterruptedException {
    return process.waitFor(seconds, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      boolean _ = process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
