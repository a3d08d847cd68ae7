package dev.slipway.app.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When a process is to be killed with SIGKILL: right before or right after its nth durable write
 * since it was told so by a file. Until then nothing is counted, so starting up is not.
 *
 * @param round tells one telling from the next
 * @param write the number of the write, from 1
 * @param when {@code before} or {@code after}
 * @param others who dies in the same moment
 */
record Doom(String round, int write, String when, List<Long> others) {

  private static final String NAME = "doom";
  private static final String DYING = "dying";

  /** Tells whoever writes in a folder. */
  void tell(Path folder) {
    List<String> words = new ArrayList<>(List.of(round, Integer.toString(write), when));
    others.forEach(pid -> words.add(Long.toString(pid)));
    try {
      Files.deleteIfExists(folder.resolve(DYING));
      Path part = folder.resolve(NAME + ".part");
      Files.writeString(part, String.join(" ", words));
      Files.move(part, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Ends what was told; whether somebody died of it, or is about to. */
  static boolean lift(Path folder) {
    try {
      Files.deleteIfExists(folder.resolve(NAME));
      return Files.deleteIfExists(folder.resolve(DYING));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Optional<Doom> in(Path folder) {
    try {
      List<String> words = List.of(Files.readString(folder.resolve(NAME)).split(" ", -1));
      return Optional.of(
          new Doom(
              words.get(0),
              Integer.parseInt(words.get(1)),
              words.get(2),
              words.stream().skip(3).map(Long::valueOf).toList()));
    } catch (IOException untold) {
      return Optional.empty();
    }
  }

  /** Counts the writes of one process, and kills it. Used by one thread. */
  static final class Count {

    private final Path folder;
    private Optional<Doom> told = Optional.empty();
    private int writes;

    Count(Path folder) {
      this.folder = folder;
    }

    void before() {
      Optional<Doom> now = in(folder);
      writes = now.equals(told) ? writes + 1 : 1;
      told = now;
      strike("before");
    }

    void after() {
      strike("after");
    }

    private void strike(String when) {
      told.filter(doom -> doom.write() == writes && doom.when().equals(when)).ifPresent(this::die);
    }

    /** The folder says so beforehand: after the last write nobody could tell a death. */
    private void die(Doom doom) {
      try {
        Files.createFile(folder.resolve(DYING));
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
      List<String> kill = new ArrayList<>(List.of("kill", "-9"));
      doom.others().forEach(pid -> kill.add(Long.toString(pid)));
      kill.add(Long.toString(ProcessHandle.current().pid()));
      Commands.run(Path.of("/"), kill);
      while (true) {
        Pause.briefly();
      }
    }
  }
}
