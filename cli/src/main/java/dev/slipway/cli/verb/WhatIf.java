package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.Exit;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.server.Server;
import dev.slipway.cli.show.Fields;
import dev.slipway.wire.WhatIfRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code slipway whatif}. */
@Command(
    name = "whatif",
    description =
        "What a span of time would have come to with other documents; nothing is changed.")
final class WhatIf implements Callable<Integer> {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

  @Option(
      names = "--since",
      required = true,
      paramLabel = "TIME",
      converter = Moment.class,
      description = "When the span begins: an instant such as 2026-11-21T12:00:00Z, or 7d ago.")
  private Moment.At since;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = Moment.class,
      description = "When it ends; without it, now.")
  private Optional<Moment.At> until = Optional.empty();

  @Option(
      names = "--with",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "Documents that are supposed to have been in force.")
  private List<Path> files;

  private final Slipway slipway;

  WhatIf(Slipway slipway) {
    this.slipway = slipway;
  }

  @Override
  public Integer call() throws InterruptedException {
    Server server = slipway.server();
    Instant now = slipway.now();
    WhatIfRequest asked =
        new WhatIfRequest(
            since.from(now), until.map(it -> it.from(now)), DocumentFiles.read(files).files());
    JsonNode replay = server.ask(Request.post(asked, "whatif"));
    String said = "";
    while (Fields.text(replay, "state").equals("running")) {
      String line = "replaying: %s %%".formatted(Fields.text(replay, "percent"));
      if (!line.equals(said)) {
        slipway.remark(line);
      }
      said = line;
      slipway.pause().take(BETWEEN_LOOKS);
      replay = server.ask(Request.get("whatif", Fields.text(replay, "id")));
    }
    JsonNode found = replay;
    return slipway.show(
        found,
        () -> Replays.text(found, slipway.colours()),
        Fields.text(found, "state").equals("failed") ? Exit.OTHER : Exit.CONVERGED);
  }
}
