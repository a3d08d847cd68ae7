package dev.slipway.app.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real repository: a bare origin and a clone to commit in. */
final class Repo {

  private final Path origin;
  private final Path clone;

  private Repo(Path origin, Path clone) {
    this.origin = origin;
    this.clone = clone;
  }

  static Repo in(Path folder) {
    made(folder);
    Repo repo = new Repo(folder.resolve("origin.git"), folder.resolve("clone"));
    repo.git(folder, "init", "-q", "--bare", "-b", "main", repo.origin.toString());
    repo.git(folder, "init", "-q", "-b", "main", repo.clone.toString());
    repo.git(repo.clone, "remote", "add", "origin", repo.origin.toString());
    return repo;
  }

  private static void made(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** An application of one command, which notes in a file that it ran, for two environments. */
  static Repo ofCommand(Path folder, Path ran) {
    return ofCommand(folder, ran, "dev, staging");
  }

  /** The same, whose shipments travel these environments. */
  static Repo ofCommand(Path folder, Path ran, String route) {
    Repo repo = in(folder);
    repo.with(
        "slipway.yaml",
        """
        application: shop
        services:
          job: {command: './deploy {env} {sha}'}
        route: [ROUTE]
        triggers:
          - {on: push, branch: main}
        """
            .replace("ROUTE", route));
    repo.with("deploy", "#!/bin/sh\necho \"$1 $2\" >> " + ran + "\n");
    repo.push("Begin");
    return repo;
  }

  String url() {
    return origin.toUri().toString().replaceFirst("/$", "");
  }

  Repo with(String name, String content) {
    script(clone.resolve(name), content);
    return this;
  }

  /** Writes a file, which is a program when it begins like one. */
  static void script(Path file, String content) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
      if (content.startsWith("#!")) {
        var _ = file.toFile().setExecutable(true);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Commits everything and pushes it to main; returns the commit. */
  String push(String message) {
    commit(message);
    git("push", "-q", "--force", "origin", "HEAD:refs/heads/main");
    return head();
  }

  String commit(String message) {
    git("add", "-A");
    git("commit", "-q", "--allow-empty", "-m", message);
    return head();
  }

  String head() {
    return git("rev-parse", "HEAD");
  }

  String git(String... arguments) {
    return git(clone, arguments);
  }

  private String git(Path folder, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of("-c", "user.name=Trial", "-c", "user.email=trial@localhost"));
    command.addAll(List.of("-c", "commit.gpgsign=false", "-c", "core.hooksPath=/dev/null"));
    command.addAll(List.of(arguments));
    return Commands.run(folder, command);
  }
}
