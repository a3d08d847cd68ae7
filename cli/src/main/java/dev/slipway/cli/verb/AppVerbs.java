package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.server.Server;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Table;
import dev.slipway.cli.show.Visible;
import dev.slipway.wire.AddApplication;
import dev.slipway.wire.StopRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway app …}: which applications there are. */
@Command(
    name = "app",
    description = "Which applications there are.",
    synopsisSubcommandLabel = "VERB")
public final class AppVerbs {

  private final Slipway slipway;

  public AppVerbs(Slipway slipway) {
    this.slipway = slipway;
  }

  @Command(
      name = "add",
      description = "Take an application in whose document lies in a repository.",
      mixinStandardHelpOptions = true)
  int add(
      @Parameters(
              paramLabel = "URL",
              description = "The repository: a URL, or a folder on the server.")
          String repository,
      @Option(
              names = "--branch",
              paramLabel = "NAME",
              description = "Default: the repository's own.")
          Optional<String> branch,
      @Option(names = "--path", paramLabel = "FILE", description = "Default: slipway.yaml.")
          Optional<String> path) {
    AddApplication body = new AddApplication(absolute(repository), branch, path);
    JsonNode carried = slipway.server().ask(Request.post(body, "applications"));
    return slipway.carried(
        carried, "Added " + Fields.found(carried, "application").orElse(repository));
  }

  @Command(
      name = "list",
      description = "The applications, by name.",
      mixinStandardHelpOptions = true)
  int list() {
    JsonNode page = slipway.server().list(Request.get("applications"), Slipway.WHOLE_LIST);
    return slipway.show(
        page,
        () -> {
          Table table = new Table("APPLICATION", "ROUTE", "REPOSITORY");
          for (JsonNode one : Fields.items(page, "items")) {
            table.row(
                Fields.text(one, "name"),
                Fields.joined(one, "route", " → "),
                Fields.text(one, "repository"));
          }
          return table.render(slipway.colours());
        });
  }

  @Command(
      name = "show",
      description = "One application with its definition.",
      mixinStandardHelpOptions = true)
  int show(@Parameters(paramLabel = "APP") String application) {
    JsonNode one = slipway.server().ask(Request.get("applications", application));
    return slipway.show(one, () -> text(one));
  }

  @Command(
      name = "remove",
      description = "Forget an application; what runs of it goes on running.",
      mixinStandardHelpOptions = true)
  int remove(@Parameters(paramLabel = "APP") String application) {
    return slipway.wish(Request.delete("applications", application), "Removed " + application);
  }

  @Command(
      name = "stop",
      description = "End what runs of an application that was removed.",
      mixinStandardHelpOptions = true)
  int stop(
      @Parameters(
              paramLabel = "APP/ENV",
              converter = Address.OfPlacement.class,
              description = "Such as shop/staging.")
          Address.Placement at,
      @Mixin Confirm confirm) {
    Server server = slipway.server();
    StopRequest body = new StopRequest(confirm.of(slipway, server, at));
    return slipway.wish(
        Request.post(
            body, "applications", at.application(), "environments", at.environment(), "stop"),
        "Ending what runs of " + at);
  }

  private String text(JsonNode one) {
    Table services = new Table("SERVICE", "KIND", "COMMAND", "HEALTH CHECK");
    for (JsonNode service : Fields.items(one, "services")) {
      services.row(
          Fields.text(service, "name"),
          Fields.text(service, "kind"),
          Fields.joined(service, "words", " "),
          Fields.text(service, "healthPath"));
    }
    Table triggers = new Table("TRIGGER", "ON", "PATTERNS", "TO");
    for (JsonNode trigger : Fields.items(one, "triggers")) {
      String to = Fields.joined(trigger, "environments", ", ");
      triggers.row(
          Fields.text(trigger, "name"),
          Fields.text(trigger, "listensTo"),
          Fields.joined(trigger, "patterns", ", "),
          to.isEmpty() ? "the whole route" : to);
    }
    Table parameters = new Table("PARAMETER", "TYPE", "ONE OF", "FROM", "TO", "OTHERWISE");
    for (JsonNode parameter : Fields.items(one, "parameters")) {
      parameters.row(
          Fields.text(parameter, "name"),
          Fields.text(parameter, "type"),
          Fields.joined(parameter, "choices", ", "),
          Fields.text(parameter, "min"),
          Fields.text(parameter, "max"),
          Fields.found(parameter, "fallback").orElse("has to be given"));
    }
    return Visible.of(
            "%s from %s (%s), route %s"
                .formatted(
                    Fields.text(one, "name"),
                    Fields.text(one, "repository"),
                    Fields.text(one, "path"),
                    Fields.joined(one, "route", " → ")))
        + "\n"
        + trouble(one)
        + "\n"
        + services.render(slipway.colours())
        + "\n"
        + triggers.render(slipway.colours())
        + (Fields.items(one, "parameters").isEmpty()
            ? ""
            : "\n" + parameters.render(slipway.colours()));
  }

  private static String trouble(JsonNode one) {
    return Fields.found(one, "sourceTrouble.because.sentence")
        .map(because ->
            Visible.of(
                    "Its repository cannot be read since %s, and is tried again: %s"
                        .formatted(Fields.text(one, "sourceTrouble.since"), because))
                + "\n")
        .orElse("");
  }

  /** A folder that is here is meant as it is seen from here. */
  private static String absolute(String repository) {
    if (repository.contains(":")) {
      return repository;
    }
    Path folder = Path.of(repository);
    return Files.isDirectory(folder) ? folder.toAbsolutePath().normalize().toString() : repository;
  }
}
