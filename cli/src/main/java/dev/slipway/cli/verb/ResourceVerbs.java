package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Table;
import dev.slipway.wire.ResourceRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway resource …}: what lies outside, and how far it is. */
@Command(
    name = "resource",
    description = "What deliveries wait for outside of Slipway, such as a database's schema.",
    synopsisSubcommandLabel = "VERB")
public final class ResourceVerbs {

  private final Slipway slipway;

  public ResourceVerbs(Slipway slipway) {
    this.slipway = slipway;
  }

  /** The usual options for help would take {@code --version} for that of the program. */
  @Command(name = "set", description = "Say at which version a resource is.")
  int set(
      @Option(
              names = {"-h", "--help"},
              usageHelp = true,
              description = "Show this help message and exit.")
          boolean help,
      @Parameters(paramLabel = "RESOURCE", description = "Such as orders-schema.") String resource,
      @Option(
              names = "--version",
              paramLabel = "VERSION",
              required = true,
              description = "Whole numbers with dots between, such as 42 or 1.12.")
          String version,
      @Option(
              names = "--env",
              paramLabel = "ENV",
              defaultValue = "",
              description = "Where; everywhere without it, whatever was said before.")
          String environment) {
    ResourceRequest body =
        new ResourceRequest(version, Optional.of(environment).filter(text -> !text.isEmpty()));
    return slipway.wish(Request.post(body, "resources", resource, "version"), "Said");
  }

  @Command(
      name = "list",
      description = "Resources, at which versions they are, and what their owners were asked for.",
      mixinStandardHelpOptions = true)
  int list() {
    JsonNode page = slipway.server().list(Request.get("resources"), Slipway.WHOLE_LIST);
    return slipway.show(page, () -> text(Fields.items(page, "items")));
  }

  private String text(List<JsonNode> resources) {
    if (resources.isEmpty()) {
      return "There are no resources.\n";
    }
    Table table = new Table("RESOURCE", "OWNER", "AT", "ASKED FOR");
    for (JsonNode resource : resources) {
      table.row(
          Fields.text(resource, "name"),
          Fields.text(resource, "owner"),
          joined(resource, "versions", ResourceVerbs::version, "not said"),
          joined(resource, "asked", ResourceVerbs::asked, "nothing"));
    }
    return table.render(slipway.colours());
  }

  private static String joined(
      JsonNode resource, String list, Function<JsonNode, Optional<String>> one, String none) {
    String all =
        Fields.items(resource, list).stream()
            .flatMap(item -> one.apply(item).stream())
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? none : all;
  }

  private static Optional<String> version(JsonNode told) {
    String where = told.has("environment") ? Fields.text(told, "environment") : "everywhere";
    return Optional.of("%s %s".formatted(Fields.text(told, "version"), where));
  }

  /** What has come meanwhile is asked for no more. */
  private static Optional<String> asked(JsonNode asked) {
    return asked.path("met").asBoolean()
        ? Optional.empty()
        : Optional.of(
            "%s in %s".formatted(Fields.text(asked, "wanted"), Fields.text(asked, "environment")));
  }
}
