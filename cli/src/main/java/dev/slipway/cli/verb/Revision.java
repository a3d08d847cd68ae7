package dev.slipway.cli.verb;

import java.util.Optional;
import picocli.CommandLine.Option;

/** Which commit; at most one way of saying it. */
final class Revision {

  @Option(
      names = "--ref",
      paramLabel = "REF",
      description = "A branch or a tag. Default: the default branch.")
  private Optional<String> ref = Optional.empty();

  @Option(names = "--sha", paramLabel = "SHA", description = "A commit.")
  private Optional<String> sha = Optional.empty();

  /** As the server takes it; absent means the default branch's head. */
  Optional<String> said() {
    return ref.or(() -> sha);
  }
}
