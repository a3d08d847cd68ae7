package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.Exit;
import dev.slipway.cli.server.Problems;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.show.Fields;
import dev.slipway.wire.Documents;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway validate}: here, without a server, unless one is asked for. */
@Command(name = "validate", description = "Say what is wrong with documents; nothing changes.")
final class Validate implements Callable<Integer> {

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      defaultValue = "slipway.yaml",
      description = "Default: ${DEFAULT-VALUE}.")
  private List<Path> files;

  @Option(names = "--server", description = "Ask the server instead of this machine.")
  private boolean byServer;

  private final Slipway slipway;

  Validate(Slipway slipway) {
    this.slipway = slipway;
  }

  @Override
  public Integer call() {
    Documents documents = DocumentFiles.read(files);
    JsonNode validation =
        byServer
            ? slipway.server().ask(Request.post(documents, "documents", "validate"))
            : slipway.tree(LocalValidation.of(documents));
    boolean valid = validation.path("valid").asBoolean();
    // A mistake that is to be mended is not a delivery that failed.
    return slipway.show(
        validation,
        () -> valid ? "Valid: " + DocumentFiles.names(validation) + "\n" : located(validation),
        valid ? Exit.CONVERGED : Exit.OTHER);
  }

  private static String located(JsonNode validation) {
    return Fields.items(validation, "problems").stream()
        .map(one -> Problems.located(one) + "\n")
        .collect(Collectors.joining());
  }
}
