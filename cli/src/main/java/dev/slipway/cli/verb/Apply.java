package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.server.Request;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code slipway apply}. */
@Command(name = "apply", description = "Bring documents in, all of them or none.")
final class Apply implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "YAML documents.")
  private List<Path> files;

  private final Slipway slipway;

  Apply(Slipway slipway) {
    this.slipway = slipway;
  }

  @Override
  public Integer call() {
    JsonNode applied = slipway.server().ask(Request.post(DocumentFiles.read(files), "documents"));
    return slipway.carried(applied, "Applied " + DocumentFiles.names(applied));
  }
}
