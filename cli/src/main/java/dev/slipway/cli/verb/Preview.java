package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.server.Request;
import dev.slipway.wire.PreviewRequest;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway preview}. */
@Command(
    name = "preview",
    description = "What a commit or a document would change, everywhere; nothing changes.")
final class Preview implements Callable<Integer> {

  @Parameters(paramLabel = "APP", description = "The application.")
  private String application;

  @ArgGroup private Revision revision = new Revision();

  @Option(
      names = "--with",
      paramLabel = "FILE",
      description = "A slipway.yaml to judge by; without it, the commit's own.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--param",
      paramLabel = "NAME=VALUE",
      description = "What it would be given; of a secret the name that it is sealed under.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  private final Slipway slipway;

  Preview(Slipway slipway) {
    this.slipway = slipway;
  }

  /** With 1 where one of the environments would not take it. */
  @Override
  public Integer call() {
    PreviewRequest asked =
        new PreviewRequest(
            revision.said(),
            file.map(path -> DocumentFiles.read(List.of(path)).files().getFirst()),
            Optional.empty(),
            Optional.of(parameters).filter(given -> !given.isEmpty()),
            Optional.empty());
    JsonNode preview =
        slipway.server().ask(Request.post(asked, "applications", application, "preview"));
    return slipway.show(
        preview,
        () -> Outlooks.text(application, preview, slipway.colours()),
        Outlooks.exit(preview));
  }
}
