package dev.slipway.cli.verb;

import dev.slipway.cli.Exit;
import dev.slipway.cli.Failure;
import dev.slipway.cli.show.Visible;
import dev.slipway.config.Schemas;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code slipway schema}: what an editor completes and checks documents with; no server needed. */
@Command(name = "schema", description = "The JSON Schema of documents, for editors.")
final class SchemaVerb implements Callable<Integer> {

  @Parameters(
      paramLabel = "KIND",
      arity = "0..1",
      defaultValue = Schemas.ANY,
      description = "Such as application; every kind unless told.")
  private String kind;

  private final Slipway slipway;

  SchemaVerb(Slipway slipway) {
    this.slipway = slipway;
  }

  @Override
  public Integer call() {
    String schema =
        Schemas.of(kind)
            .orElseThrow(() ->
                Failure.because(
                    "There are no documents of the kind '%s', only of these: %s."
                        .formatted(Visible.of(kind), String.join(", ", Schemas.kinds()))));
    slipway.terminal().answer(schema);
    return Exit.CONVERGED.code();
  }
}
