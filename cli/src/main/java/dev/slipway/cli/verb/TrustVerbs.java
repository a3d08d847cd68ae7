package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Table;
import dev.slipway.cli.show.Visible;
import dev.slipway.wire.CreateTrust;
import dev.slipway.wire.Role;
import dev.slipway.wire.TrustKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway trust …}: runs of CI systems that are let in without a token that lasts. */
@Command(
    name = "trust",
    description = "Runs of CI systems that are let in without a token that lasts.",
    synopsisSubcommandLabel = "VERB")
public final class TrustVerbs {

  private final Slipway slipway;

  public TrustVerbs(Slipway slipway) {
    this.slipway = slipway;
  }

  @Command(
      name = "add",
      description = "Let runs in; prints what the job has to be told.",
      mixinStandardHelpOptions = true)
  int add(
      @Parameters(paramLabel = "NAME", description = "For people: whose runs they are.")
          String name,
      @Option(
              names = "--kind",
              paramLabel = "KIND",
              description = "github (which is meant without it) or gitlab.")
          Optional<TrustKind> kind,
      @Option(
              names = "--repository-id",
              required = true,
              paramLabel = "NUMBER",
              description = "What the CI system calls the repository by, whatever its name is.")
          String repository,
      @Option(
              names = "--ref",
              required = true,
              paramLabel = "REF",
              description = "refs/heads/main, or a pattern such as refs/tags/v*; may be repeated.")
          List<String> refs,
      @Option(
              names = "--role",
              required = true,
              paramLabel = "ROLE",
              converter = RoleName.class,
              description = "viewer, reporter or deployer.")
          Role role,
      @Mixin Reaching reaching,
      @Option(
              names = "--event",
              paramLabel = "EVENT[,EVENT...]",
              description =
                  "What may have started a run, such as push,schedule. Without it, what only they can start who may write to the repository.")
          Optional<String> events,
      @Option(
              names = "--ci-environment",
              paramLabel = "NAME",
              description = "The CI system's own environment that a run has to be in.")
          Optional<String> ciEnvironment,
      @Option(
              names = "--workflow",
              paramLabel = "FILE",
              description = "The file that a run has to come from.")
          Optional<String> workflow,
      @Option(
              names = "--issuer",
              paramLabel = "URL",
              description = "Who signs, where it is not github.com or gitlab.com.")
          Optional<String> issuer,
      @Option(
              names = "--audience",
              paramLabel = "TEXT",
              description = "For whom the tokens are made out, where it is not this trust.")
          Optional<String> audience,
      @Option(
              names = "--minutes",
              paramLabel = "N",
              description = "How long a token counts: 1 to 60, 15 without it.")
          Optional<Integer> minutes) {
    CreateTrust body =
        new CreateTrust(
            name,
            kind,
            issuer,
            audience,
            repository,
            refs,
            several(events),
            ciEnvironment,
            workflow,
            role,
            reaching.scope(),
            minutes);
    JsonNode created = slipway.server().ask(Request.post(body, "trusts"));
    return slipway.show(
        created,
        () -> {
          slipway.remark(
              Visible.of(
                  "Its runs may show tokens made out for %s; the job is told:"
                      .formatted(Fields.text(created, "audience"))));
          return Visible.of("SLIPWAY_TRUST=" + Fields.text(created, "id")) + "\n";
        });
  }

  @Command(
      name = "list",
      description = "Whose runs are let in, and on which terms.",
      mixinStandardHelpOptions = true)
  int list() {
    JsonNode page = slipway.server().list(Request.get("trusts"), Slipway.WHOLE_LIST);
    return slipway.show(
        page,
        () -> {
          Table table =
              new Table(
                  "TRUST",
                  "NAME",
                  "REPOSITORY",
                  "REFS",
                  "EVENTS",
                  "ROLE",
                  "APPLICATION",
                  "ENVIRONMENT",
                  "MINUTES",
                  "AUDIENCE",
                  "ISSUER");
          for (JsonNode one : Fields.items(page, "items")) {
            table.row(
                Fields.text(one, "id"),
                Fields.text(one, "name"),
                Fields.text(one, "repository"),
                joined(one, "refs"),
                joined(one, "events"),
                Fields.text(one, "role"),
                Fields.found(one, "scope.application").orElse("all"),
                Fields.found(one, "scope.environment").orElse("all"),
                Fields.text(one, "minutes"),
                Fields.text(one, "audience"),
                Fields.text(one, "issuer"));
          }
          return table.render(slipway.colours());
        });
  }

  private static Optional<List<String>> several(Optional<String> words) {
    return words.map(text -> List.of(text.split(",", -1)));
  }

  private static String joined(JsonNode one, String field) {
    return Fields.items(one, field).stream().map(JsonNode::asText).collect(Collectors.joining(","));
  }

  @Command(
      name = "remove",
      description = "Let its runs in no more, and end at once what they were given.",
      mixinStandardHelpOptions = true)
  int remove(@Parameters(paramLabel = "TRUST") String trust) {
    return slipway.wish(Request.delete("trusts", trust), "Removed " + trust);
  }
}
