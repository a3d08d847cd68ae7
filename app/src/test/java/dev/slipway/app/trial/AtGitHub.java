package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.app.server.ServerOptions;
import dev.slipway.source.github.GitHubStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A strict stand-in of GitHub that keeps one repository, and servers that ask it with a token. */
record AtGitHub(Path folder, GitHubStandIn github, Repo repo) implements AutoCloseable {

  static final String PLATFORM =
      """
      environment: dev
      ---
      target: local
      environment: dev
      local: true
      """;

  static AtGitHub in(Path folder) throws IOException {
    GitHubStandIn github = GitHubStandIn.serving(folder.resolve("git"));
    Path secrets = Files.createDirectory(folder.resolve("secret-files"));
    Files.writeString(secrets.resolve("github-token"), GitHubStandIn.TOKEN + "\n");
    Repo repo = Repo.ofCommand(folder.resolve("git/team"), folder.resolve("ran"), "dev");
    return new AtGitHub(folder, github, repo);
  }

  /** A server, the first or one that goes on with what the last one had. */
  Running server() {
    return server("data", ServerOptions.GitHub.of(github.address() + "=github-token"));
  }

  /** One that keeps what it has in a folder of its own, and is let in otherwise. */
  Running server(String data, ServerOptions.GitHub access) {
    return Running.reading(folder.resolve(data), folder.resolve("secret-files"), access);
  }

  String url() {
    return github.address() + "/team/origin.git";
  }

  /** Nothing that was asked was against what GitHub publishes. */
  @Override
  public void close() {
    github.close();
    assertThat(github.faults()).isEmpty();
  }
}
