package dev.slipway.cli.verb;

import dev.slipway.cli.Failure;
import dev.slipway.wire.ScopeRef;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a lock is on. The whole organisation is meant only where it is said. */
final class ScopeChoice {

  @Option(names = "--app", paramLabel = "APP", description = "Everything of this application.")
  private Optional<String> application = Optional.empty();

  @Option(
      names = "--env",
      paramLabel = "ENV",
      description = "Everything in this environment, or in all of an environment group.")
  private Optional<String> environment = Optional.empty();

  @Option(names = "--all", description = "The whole organisation: stop the line.")
  private boolean all;

  /** The scope that is meant, by its options and the word before them. */
  ScopeRef of(Optional<String> word) {
    Optional<Address.Placement> place = word.map(Address.Placement::parse);
    int ways = (place.isPresent() ? 1 : 0) + (isPart() ? 1 : 0) + (all ? 1 : 0);
    if (ways != 1) {
      throw Failure.because(
          "What exactly? Say APP/ENV, --env ENV, --app APP, or --all for the whole organisation.");
    }
    return new ScopeRef(
        place.map(Address.Placement::application).or(() -> application),
        place.map(Address.Placement::environment).or(() -> environment));
  }

  private boolean isPart() {
    return application.isPresent() || environment.isPresent();
  }
}
