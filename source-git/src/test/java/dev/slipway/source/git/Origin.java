package dev.slipway.source.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A real repository that people push to, and the work tree of one of them. */
record Origin(Path bare, Path work) {

  static Origin in(Path folder) {
    Origin origin = new Origin(folder.resolve("origin.git"), folder.resolve("work"));
    git(folder, "init", "--quiet", "--bare", "--initial-branch=main", origin.bare().toString());
    git(folder, "init", "--quiet", "--initial-branch=main", origin.work().toString());
    return origin;
  }

  RepositoryUrl url() {
    return new RepositoryUrl("file://" + bare);
  }

  /** Commits one file and returns the commit. */
  Sha commit(String path, String content) {
    try {
      Path file = work.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return commitAll();
  }

  Sha commitAll() {
    git("add", "--all");
    git("commit", "--quiet", "--allow-empty", "--message=a change");
    return new Sha(git("rev-parse", "HEAD"));
  }

  void push(String... refspecs) {
    List<String> words =
        new ArrayList<>(List.of("push", "--quiet", "--force", "--", bare.toString()));
    words.addAll(Arrays.asList(refspecs));
    git(words.toArray(String[]::new));
  }

  Sha pushed(String path, String content) {
    Sha sha = commit(path, content);
    push("HEAD:refs/heads/main");
    return sha;
  }

  String git(String... words) {
    return git(work, words);
  }

  static String git(Path folder, String... words) {
    try {
      List<String> command = new ArrayList<>(List.of("git"));
      command.addAll(Arrays.asList(words));
      ProcessBuilder builder =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
      builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
      builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
      for (String who : List.of("AUTHOR", "COMMITTER")) {
        builder.environment().put("GIT_" + who + "_NAME", "Somebody");
        builder.environment().put("GIT_" + who + "_EMAIL", "somebody@example.com");
      }
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(command + ": " + output);
      }
      return output.strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
