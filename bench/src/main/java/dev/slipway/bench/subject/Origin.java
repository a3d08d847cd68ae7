package dev.slipway.bench.subject;

import dev.slipway.bench.BenchFailed;
import dev.slipway.bench.driver.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real Git repository with an application in it: a bare origin, and a clone to commit in. */
public final class Origin {

  private final Path bare;
  private final Path clone;

  private Origin(Path bare, Path clone) {
    this.bare = bare;
    this.clone = clone;
  }

  public static Origin make(Path folder, String name) {
    Origin origin = new Origin(folder.resolve(name + ".git"), folder.resolve(name));
    Programs.run(folder, "git", "init", "-q", "--bare", "-b", "main", origin.bare.toString());
    Programs.run(folder, "git", "init", "-q", "-b", "main", origin.clone.toString());
    origin.git("remote", "add", "origin", origin.bare.toString());
    return origin;
  }

  public String url() {
    return "file://" + bare;
  }

  /** Writes a file, commits it, and returns when it is pushed, with its commit. */
  public String push(String file, String content) {
    write(file, content);
    git("add", "-A");
    git("commit", "-q", "-m", "Change " + file);
    git("push", "-q", "origin", "main");
    return git("rev-parse", "HEAD");
  }

  /** Writes a file that goes along with the next push. */
  public void write(String file, String content) {
    try {
      Files.writeString(clone.resolve(file), content);
    } catch (IOException failure) {
      throw new BenchFailed("A file could not be written", failure);
    }
  }

  private String git(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of("git", "-c", "user.name=Bench", "-c", "user.email=bench@localhost"));
    command.addAll(
        List.of("-c", "commit.gpgsign=false", "-c", "gc.auto=0", "-c", "core.hooksPath=/dev/null"));
    command.addAll(List.of(arguments));
    return Programs.run(clone, command.toArray(String[]::new));
  }
}
