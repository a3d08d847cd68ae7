package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.show.Ages;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Table;
import dev.slipway.cli.show.Visible;
import dev.slipway.wire.PauseRequest;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway target …}: where things run. */
@Command(name = "target", description = "Where things run.", synopsisSubcommandLabel = "VERB")
public final class TargetVerbs {

  private final Slipway slipway;

  public TargetVerbs(Slipway slipway) {
    this.slipway = slipway;
  }

  @Command(
      name = "list",
      description = "The targets, with when their agents were last heard.",
      mixinStandardHelpOptions = true)
  int list(@Option(names = "--env", paramLabel = "ENV") Optional<String> environment) {
    JsonNode page =
        slipway
            .server()
            .list(Request.get("targets").with("environment", environment), Slipway.WHOLE_LIST);
    return slipway.show(
        page,
        () -> {
          Table table =
              new Table("ENVIRONMENT", "TARGET", "AGENT", "LAST HEARD", "RUNS", "DEVIATES", "");
          for (JsonNode one : Fields.items(page, "items")) {
            table.row(
                Fields.text(one, "environment"),
                Fields.text(one, "name"),
                Fields.text(one, "agent.id"),
                Ages.of(Fields.text(one, "agent.lastHeard"), slipway.now()),
                Runs.of(one),
                Deviations.codes(one),
                note(one));
          }
          return table.render(slipway.colours());
        });
  }

  private static String note(JsonNode target) {
    return Fields.found(target, "rest.kind")
        .orElseGet(() -> target.path("local").asBoolean() ? "on the server's machine" : "");
  }

  @Command(
      name = "show",
      description = "What a target should run, what it says it runs, and in what it deviates.",
      mixinStandardHelpOptions = true)
  int show(
      @Parameters(paramLabel = "ENV") String environment,
      @Parameters(paramLabel = "TARGET") String target) {
    JsonNode one =
        slipway.server().ask(Request.get("environments", environment, "targets", target));
    return slipway.show(one, () -> Deviations.text(one, slipway.now(), slipway.colours()));
  }

  @Command(
      name = "pause",
      description = "Let nothing new be ordered of a target; what it was ordered it keeps.",
      mixinStandardHelpOptions = true)
  int pause(
      @Parameters(paramLabel = "ENV") String environment,
      @Parameters(paramLabel = "TARGET") String target,
      @Option(
              names = "--reason",
              required = true,
              paramLabel = "TEXT",
              description = "Why; whoever waits is told.")
          String reason) {
    return slipway.wish(
        Request.post(
            new PauseRequest(reason), "environments", environment, "targets", target, "pause"),
        "Paused %s/%s".formatted(environment, target));
  }

  @Command(
      name = "resume",
      description = "Have a target in use again that was paused, or was removed within a day.",
      mixinStandardHelpOptions = true)
  int resume(
      @Parameters(paramLabel = "ENV") String environment,
      @Parameters(paramLabel = "TARGET") String target) {
    return slipway.wish(
        Request.post("environments", environment, "targets", target, "resume"),
        "Resumed %s/%s".formatted(environment, target));
  }

  @Command(
      name = "remove",
      description = "Take a target out of its environment; what runs there goes on running.",
      mixinStandardHelpOptions = true)
  int remove(
      @Parameters(paramLabel = "ENV") String environment,
      @Parameters(paramLabel = "TARGET") String target) {
    return slipway.wish(
        Request.delete("environments", environment, "targets", target),
        "Removed %s/%s".formatted(environment, target));
  }

  @Command(
      name = "join-token",
      description = "Make a secret with which one agent may enrol at a target, once.",
      mixinStandardHelpOptions = true)
  int joinToken(
      @Parameters(paramLabel = "ENV") String environment,
      @Parameters(paramLabel = "TARGET") String target) {
    JsonNode created =
        slipway
            .server()
            .ask(Request.post("environments", environment, "targets", target, "join-tokens"));
    return slipway.show(
        created,
        () -> {
          slipway.remark(
              Visible.of(
                  "Valid once, until %s; this is shown once:"
                      .formatted(Fields.text(created, "expiresAt"))));
          return Visible.of(Fields.text(created, "secret")) + "\n";
        });
  }
}
