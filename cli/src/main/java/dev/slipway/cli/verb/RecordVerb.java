package dev.slipway.cli.verb;

import dev.slipway.cli.server.Request;
import dev.slipway.wire.ExternalOutcome;
import dev.slipway.wire.ExternalRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway record}, for tools that deploy beside Slipway. */
@Command(
    name = "record",
    description = {
      "Record what another tool deployed.",
      "Nothing follows from it; sent again with the same id, it is recorded once."
    })
final class RecordVerb implements Callable<Integer> {

  @Parameters(
      index = "0",
      paramLabel = "APP/ENV",
      converter = Address.OfPlacement.class,
      description = "Such as shop/production.")
  private Address.Placement at;

  @Parameters(index = "1", paramLabel = "COMMIT", description = "The full commit id.")
  private String commit;

  @Option(
      names = "--tool",
      required = true,
      paramLabel = "NAME",
      description = "Which tool, such as jenkins.")
  private String tool;

  @Option(
      names = "--id",
      required = true,
      paramLabel = "ID",
      description = "What the tool calls this deployment, such as its build's number.")
  private String id;

  @Option(
      names = "--outcome",
      defaultValue = "succeeded",
      paramLabel = "OUTCOME",
      description = "succeeded or failed. Default: ${DEFAULT-VALUE}.")
  private ExternalOutcome outcome;

  @Option(
      names = "--started",
      paramLabel = "TIME",
      description = "When it began, such as 2026-11-21T12:00:00Z.")
  private Optional<Instant> started = Optional.empty();

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "When it was over, such as 2026-11-21T12:03:00Z. Now unless told.")
  private Optional<Instant> ended = Optional.empty();

  @Option(names = "--link", paramLabel = "URL", description = "Where people read about it.")
  private Optional<String> link = Optional.empty();

  private final Slipway slipway;

  RecordVerb(Slipway slipway) {
    this.slipway = slipway;
  }

  @Override
  public Integer call() {
    ExternalRequest body = new ExternalRequest(commit, tool, id, outcome, started, ended, link);
    return slipway.wish(
        Request.post(
            body, "applications", at.application(), "environments", at.environment(), "external"),
        "Recorded");
  }
}
