package dev.slipway.runtime.process;

import dev.slipway.forwarder.routes.ForwarderFolder;
import dev.slipway.forwarder.routes.Standing;
import dev.slipway.runtime.files.Trees;
import dev.slipway.runtime.processes.Sessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The forwarders that live on a folder: mostly one, and two while one takes over. Stateless. */
record Forwarders(ForwarderFolder folder) {

  private static final Duration PAUSE = Duration.ofMillis(5);
  private static final Pattern RUN = Pattern.compile("(\\d{1,10})-(\\d{1,18})");

  /** One that lives. */
  record Running(Path run, Instance.Identity process) {

    Optional<Standing> standing(String name) {
      try {
        return Optional.of(Standing.parse(Files.readString(run.resolve(name))));
      } catch (IOException e) {
        return Optional.empty();
      }
    }
  }

  List<Running> living() throws IOException {
    return all(true);
  }

  /** Removes what dead ones left behind. */
  void sweep() throws IOException {
    for (Running dead : all(false)) {
      Trees.remove(dead.run());
    }
  }

  /** Asks one to leave; it goes once everybody else has left. */
  static void dismiss(Running running) {
    if (running.process().isAlive()) {
      ProcessHandle.of(running.process().pid()).ifPresent(ProcessHandle::destroy);
    }
  }

  private List<Running> all(boolean alive) throws IOException {
    List<Running> found = new ArrayList<>();
    if (Files.isDirectory(folder.run())) {
      try (Stream<Path> runs = Files.list(folder.run())) {
        for (Path run : runs.toList()) {
          Matcher name = RUN.matcher(run.getFileName().toString());
          if (name.matches()) {
            Instance.Identity process =
                new Instance.Identity(Long.parseLong(name.group(1)), Long.parseLong(name.group(2)));
            if (process.isAlive() == alive) {
              found.add(new Running(run, process));
            }
          }
        }
      }
    }
    return List.copyOf(found);
  }

  /** Waits a moment for another look. */
  static void pause() {
    Sessions.pause(PAUSE);
  }
}
