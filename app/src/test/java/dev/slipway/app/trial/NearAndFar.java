package dev.slipway.app.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A shop whose command runs at two targets, near and far, each with an agent of its own. */
record NearAndFar(Path folder, ServerProcess server, Edges edges, Repo repo)
    implements AutoCloseable {

  private static final String DOCUMENT =
      """
      application: shop
      services:
        job: {command: './deploy {sha}', timeout: 30s}
      route: [staging]
      triggers:
        - {on: push, branch: main}
      """;

  /** Begins all of it; {@code environment} is the document of staging. */
  static NearAndFar in(Path folder, String environment) {
    ServerProcess server = ServerProcess.at(folder.resolve("data"), "127.0.0.1:0");
    server
        .api()
        .apply(
            environment,
            "{target: far, environment: staging}",
            "{target: near, environment: staging}");
    Edges edges = Edges.joined(server, folder, List.of("far", "near"));
    Repo repo = Repo.in(folder.resolve("repo"));
    repo.with("slipway.yaml", DOCUMENT);
    repo.with(
        "deploy",
        """
        #!/bin/sh
        case $PWD in
          %1$s/far/*) echo "$1" >> %1$s/ran-far ;;
          *) echo "$1" >> %1$s/ran-near ;;
        esac
        """
            .formatted(folder));
    repo.push("Begin");
    server.api().addApplication(repo.url());
    return new NearAndFar(folder, server, edges, repo);
  }

  /** A commit that is in force now. */
  String delivered(String message) {
    String sha = repo.push(message);
    server.api().awaitInForce("shop", "staging", sha);
    return sha;
  }

  /** The number of the delivery in force. */
  int number() {
    return server.api().placement("shop", "staging").at("/inForce/number").asInt();
  }

  /** The commits that a target ran, in order. */
  List<String> ran(String target) {
    try {
      Path file = folder.resolve("ran-" + target);
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    edges.close();
    server.close();
  }
}
