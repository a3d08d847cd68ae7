package dev.slipway.bench.floor;

import dev.slipway.bench.BenchFailed;
import dev.slipway.bench.driver.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The least that following a push can cost: ask what the branch points to, fetch it, check it out,
 * start the command.
 */
public final class SourceFloor {

  private final Path mirror;
  private final Path checkout;
  private final String repository;
  private final List<String> command;

  private SourceFloor(Path mirror, Path checkout, String repository, List<String> command) {
    this.mirror = mirror;
    this.checkout = checkout;
    this.repository = repository;
    this.command = command;
  }

  public static SourceFloor in(Path folder, String repository, List<String> command) {
    Path mirror = folder.resolve("floor.git");
    Path checkout = folder.resolve("floor-checkout");
    Programs.run(folder, "git", "init", "-q", "--bare", mirror.toString());
    try {
      Files.createDirectories(checkout);
    } catch (IOException failure) {
      throw new BenchFailed("A folder for checkouts cannot be made", failure);
    }
    return new SourceFloor(mirror, checkout, repository, command);
  }

  /** Nanoseconds from the first question to the command's end. */
  public long round() {
    long began = System.nanoTime();
    String listed = Programs.run(mirror, "git", "ls-remote", repository, "refs/heads/main");
    String sha = listed.split("\\s", 2)[0];
    Programs.run(mirror, "git", "fetch", "-q", "--no-tags", repository, "refs/heads/main");
    Programs.run(mirror, "git", "--work-tree=" + checkout, "checkout", "-q", "-f", sha, "--", ".");
    Programs.spawn(command);
    return System.nanoTime() - began;
  }
}
