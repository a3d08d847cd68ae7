package dev.slipway.cli.verb;

import dev.slipway.cli.server.Request;
import dev.slipway.wire.CheckRequest;
import dev.slipway.wire.CheckState;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway check}, for build servers above all. */
@Command(name = "check", description = "Say what a check of a commit came to.")
final class Check implements Callable<Integer> {

  @Parameters(paramLabel = "APP", description = "Which application.")
  private String application;

  @Option(names = "--sha", required = true, paramLabel = "SHA", description = "The full commit id.")
  private String sha;

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "What the check is called, such as ci/build.")
  private String name;

  @Option(
      names = "--state",
      required = true,
      paramLabel = "STATE",
      description = "pending, success, failure or error.")
  private CheckState state;

  @Option(names = "--description", paramLabel = "TEXT", description = "At most 140 characters.")
  private Optional<String> description = Optional.empty();

  @Option(names = "--url", paramLabel = "URL", description = "Where people read about it.")
  private Optional<String> url = Optional.empty();

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "Since when it is so, such as 2026-11-21T12:00:00Z. Now unless told.")
  private Optional<Instant> at = Optional.empty();

  private final Slipway slipway;

  Check(Slipway slipway) {
    this.slipway = slipway;
  }

  @Override
  public Integer call() {
    CheckRequest body = new CheckRequest(sha, name, state, description, url, at);
    return slipway.wish(Request.post(body, "applications", application, "checks"), "Reported");
  }
}
