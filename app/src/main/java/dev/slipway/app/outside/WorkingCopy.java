package dev.slipway.app.outside;

import dev.slipway.model.Sha;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real Git repository: a bare origin, and a clone to commit in. */
public final class WorkingCopy {

  /** Who commits. */
  public static final String EMAIL = "demo@localhost";

  private static final List<String> GIT =
      List.of(
          "git",
          "-c",
          "user.name=Demo",
          "-c",
          "user.email=" + EMAIL,
          "-c",
          "commit.gpgsign=false",
          "-c",
          "core.hooksPath=/dev/null");

  private final Path origin;
  private final Path clone;

  private WorkingCopy(Path origin, Path clone) {
    this.origin = origin;
    this.clone = clone;
  }

  /** Makes both, {@code NAME.git} and {@code NAME}, in a folder that is there. */
  public static WorkingCopy make(Path folder, String name) {
    WorkingCopy copy = new WorkingCopy(folder.resolve(name + ".git"), folder.resolve(name));
    copy.git(folder, "init", "-q", "--bare", "-b", "main", copy.origin.toString());
    copy.git(folder, "init", "-q", "-b", "main", copy.clone.toString());
    copy.git(copy.clone, "remote", "add", "origin", copy.origin.toString());
    return copy;
  }

  public String url() {
    return origin.toUri().toString().replaceFirst("/$", "");
  }

  /** Writes a file that goes along with the next push. */
  public Path write(String name, String content) {
    try {
      Path file = clone.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, content);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Commits what was written, and pushes it. */
  public Sha push(String message) {
    git(clone, "add", "-A");
    git(clone, "commit", "-q", "-m", message);
    git(clone, "push", "-q", "origin", "main");
    return new Sha(git(clone, "rev-parse", "HEAD").strip());
  }

  private String git(Path folder, String... arguments) {
    List<String> command = new ArrayList<>(GIT);
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new Unexpected("git " + String.join(" ", arguments) + " failed: " + output);
      }
      return output;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Unexpected("The demo was interrupted");
    }
  }
}
