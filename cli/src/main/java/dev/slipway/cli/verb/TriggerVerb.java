package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Table;
import dev.slipway.wire.TriggerTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway trigger}. */
@Command(
    name = "trigger",
    description =
        "Which triggers something would fire, and why not the others; nothing is shipped.")
final class TriggerVerb implements Callable<Integer> {

  @Parameters(paramLabel = "APP", description = "The application.")
  private String application;

  @ArgGroup(multiplicity = "1")
  private Happening happening;

  @Option(
      names = "--with",
      paramLabel = "FILE",
      description = "A slipway.yaml to judge by; without it, the definition in force.")
  private Optional<Path> file = Optional.empty();

  private final Slipway slipway;

  /** One of what may happen. */
  static final class Happening {

    @Option(names = "--push", required = true, paramLabel = "BRANCH", description = "A push to it.")
    private Optional<String> push = Optional.empty();

    @Option(names = "--tag", required = true, paramLabel = "TAG", description = "A tag is pushed.")
    private Optional<String> tag = Optional.empty();

    @Option(
        names = "--type",
        required = true,
        paramLabel = "TYPE",
        description = "A signed event of this CloudEvents type.")
    private Optional<String> type = Optional.empty();
  }

  TriggerVerb(Slipway slipway) {
    this.slipway = slipway;
  }

  @Override
  public Integer call() {
    TriggerTest asked =
        new TriggerTest(
            happening.push,
            happening.tag,
            happening.type,
            file.map(path -> DocumentFiles.read(List.of(path)).files().getFirst()));
    JsonNode tested =
        slipway.server().ask(Request.post(asked, "applications", application, "triggers", "test"));
    return slipway.show(tested, () -> text(tested));
  }

  private String text(JsonNode tested) {
    List<JsonNode> triggers = Fields.items(tested, "triggers");
    if (triggers.isEmpty()) {
      return "It has no triggers; nothing is shipped by itself.\n";
    }
    Table table = new Table("TRIGGER", "SAYS", "SHIPS TO", "BECAUSE");
    for (JsonNode one : triggers) {
      table.row(
          Fields.text(one, "trigger"),
          one.path("matched").asBoolean() ? "matched" : "skipped",
          Fields.joined(one, "travel", " → "),
          Fields.sentence(one, "because"));
    }
    return table.render(slipway.colours());
  }
}
