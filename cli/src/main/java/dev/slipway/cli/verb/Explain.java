package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.show.Fields;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway explain}: the values of a placement, and who set each. */
@Command(
    name = "explain",
    description = "Which values an application has in an environment, and who set each, where.")
final class Explain implements Callable<Integer> {

  @Parameters(
      index = "0",
      paramLabel = "APP/ENV",
      converter = Address.OfPlacement.class,
      description = "Such as shop/production.")
  private Address.Placement at;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "PATH",
      description = "Such as services.web.replicas, or services.web; all values unless told.")
  private Optional<String> path = Optional.empty();

  @Option(
      names = "--documents",
      description = "What the documents come to now, delivered or not; not what is in force.")
  private boolean documents;

  private final Slipway slipway;

  Explain(Slipway slipway) {
    this.slipway = slipway;
  }

  @Override
  public Integer call() {
    JsonNode explained =
        slipway
            .server()
            .ask(
                Request.get(
                        "applications",
                        at.application(),
                        "environments",
                        at.environment(),
                        "explanation")
                    .with("path", path)
                    .with("of", documents ? Optional.of("documents") : Optional.empty()));
    return slipway.show(explained, () -> text(explained));
  }

  private String text(JsonNode explained) {
    List<JsonNode> values = Fields.items(explained, "values");
    boolean one =
        values.size() == 1 && path.equals(Optional.of(Fields.text(values.getFirst(), "path")));
    return one
        ? Values.one(values.getFirst(), whose(explained))
        : Values.all(values, whose(explained), slipway.colours()) + Policies.binding(explained);
  }

  private String whose(JsonNode explained) {
    return Fields.found(explained, "number")
        .map(number -> "in force as %s#%s".formatted(at, number))
        .orElseGet(() -> "what the documents come to for %s now".formatted(at));
  }
}
