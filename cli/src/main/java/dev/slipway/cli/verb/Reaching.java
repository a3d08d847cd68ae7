package dev.slipway.cli.verb;

import dev.slipway.wire.ScopeRef;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How far somebody who is let in reaches: everywhere, unless options say less. */
final class Reaching {

  @Option(names = "--app", paramLabel = "APP", description = "Only for this application.")
  private Optional<String> application = Optional.empty();

  @Option(names = "--env", paramLabel = "ENV", description = "Only in this environment.")
  private Optional<String> environment = Optional.empty();

  /** What is asked for; absent where that is everything. */
  Optional<ScopeRef> scope() {
    return application.isPresent() || environment.isPresent()
        ? Optional.of(new ScopeRef(application, environment))
        : Optional.empty();
  }
}
