package dev.slipway.cli.verb;

import dev.slipway.cli.server.Request;
import dev.slipway.wire.ResumeRequest;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway resume}. */
@Command(name = "resume", description = "Let what is paused, or mends what was rolled back, go on.")
final class Resume implements Callable<Integer> {

  @Parameters(
      paramLabel = "APP/ENV",
      converter = Address.OfPlacement.class,
      description = "Such as shop/staging.")
  private Address.Placement at;

  @Option(
      names = "--fixed-by",
      paramLabel = "REF|SHA",
      description = "A commit that mends what was rolled back; what contains it is held no more.")
  private Optional<String> fixedBy = Optional.empty();

  private final Slipway slipway;

  Resume(Slipway slipway) {
    this.slipway = slipway;
  }

  @Override
  public Integer call() {
    return slipway.wish(
        Request.post(
            new ResumeRequest(fixedBy),
            "applications",
            at.application(),
            "environments",
            at.environment(),
            "resume"),
        "Resumed " + at);
  }
}
