package dev.slipway.forwarder;

import dev.slipway.forwarder.routes.ForwarderFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/**
 * The forwarder as a program: {@code Main FOLDER}. It runs until it is asked to leave with TERM, or
 * its folder is gone, or nobody has wanted a door for a while. Exit code 2 for a wrong call.
 */
public final class Main {

  private static final Duration UNWANTED = Duration.ofSeconds(30);
  private static final Duration DOOR_AGAIN = Duration.ofSeconds(1);
  private static final Duration LOOK = Duration.ofMinutes(1);

  private Main() {}

  /** Runs. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 1) {
      log("needs its folder, and nothing else");
      System.exit(2);
    }
    ForwarderFolder folder = new ForwarderFolder(Path.of(arguments[0]).toAbsolutePath());
    Files.createDirectories(folder.routes());
    RouteFiles files = RouteFiles.watch(folder.routes());
    Forwarder forwarder = new Forwarder(Limits.STANDARD, RunFolder.open(folder), Main::log);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(forwarder), "leave"));
    log("began");
    run(files, forwarder);
    System.exit(0);
  }

  private static void run(RouteFiles files, Forwarder forwarder) throws Exception {
    boolean wanted = true;
    boolean changed = true;
    while (files.isThere() && (wanted || changed)) {
      if (changed) {
        forwarder.set(files.read());
      } else if (forwarder.isWaitingForDoors()) {
        forwarder.lay();
      }
      wanted = forwarder.isWanted();
      changed = files.hasChanged(patience(forwarder));
    }
  }

  private static Duration patience(Forwarder forwarder) {
    if (!forwarder.isWanted()) {
      return UNWANTED;
    }
    return forwarder.isWaitingForDoors() ? DOOR_AGAIN : LOOK;
  }

  private static void leave(Forwarder forwarder) {
    try {
      forwarder.leave();
    } catch (Exception e) {
      log("left in haste: " + e);
    }
  }

  private static void log(String line) {
    System.err.println(InstantSource.system().instant() + " " + line);
  }
}
