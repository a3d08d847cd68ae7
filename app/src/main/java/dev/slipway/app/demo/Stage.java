package dev.slipway.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Where the demo plays: its folder, its server, its repository. Closing it stops what was started
 * and removes the folder.
 */
final class Stage implements AutoCloseable {

  private final Path folder;
  private final ServerProcess server;
  private final SampleRepository repository;

  private Stage(Path folder, ServerProcess server, SampleRepository repository) {
    this.folder = folder;
    this.server = server;
    this.repository = repository;
  }

  static Stage in(Path folder) {
    SampleRepository repository = SampleRepository.make(folder);
    ServerProcess server = new ServerProcess(folder);
    server.start();
    return new Stage(folder, server, repository);
  }

  Demo demo(Consumer<Step> listener) {
    return new Demo(server, repository, listener);
  }

  /** Starts the server again for whoever wants to look around. */
  void stayOpen() {
    server.start();
    System.out.println();
    System.out.println("Look around: " + read(server.data().resolve("login-link")));
    System.out.println("Commit in " + folder.resolve("shop") + " and push, and watch it travel.");
    System.out.println("Press Enter to stop and remove it all.");
    try {
      int key = System.in.read();
      if (key < 0) {
        System.out.println("There is no keyboard; stopping.");
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    server.close();
    shops().forEach(ProcessHandle::destroyForcibly);
    remove();
  }

  /**
   * The services outlive the server, as they should; each is known by the folder that it runs in.
   */
  private List<ProcessHandle> shops() {
    Path agents = folder.resolve("data-agents");
    return ProcessHandle.allProcesses()
        .filter(process -> workingFolder(process).startsWith(agents))
        .toList();
  }

  private static Path workingFolder(ProcessHandle process) {
    try {
      return Path.of("/proc", Long.toString(process.pid()), "cwd").toRealPath();
    } catch (IOException gone) {
      return Path.of("/");
    }
  }

  private void remove() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException failure) {
      System.err.println("The demo's folder could not be removed: " + folder);
    }
  }
}
