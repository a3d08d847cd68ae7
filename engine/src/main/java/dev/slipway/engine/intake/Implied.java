package dev.slipway.engine.intake;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.definition.TargetDefinition;
import dev.slipway.model.entry.EnvironmentDeclared;
import dev.slipway.model.entry.TargetDeclared;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An environment that a route names and nobody declared is made, with the server's own machine as
 * its one target; it says of itself that it is implicit.
 */
public final class Implied {

  /** How long members of an implicit environment may stay silent past their timeouts. */
  public static final Duration SILENT_AFTER = Duration.ofMinutes(5);

  private static final TargetName LOCAL = new TargetName("local");

  private Implied() {}

  public static void environments(Deliberation d, ApplicationDefinition definition) {
    for (EnvironmentName name : definition.route()) {
      if (d.environment(name).isEmpty()) {
        EnvironmentDefinition environment =
            new EnvironmentDefinition(
                name,
                Collections.unmodifiableSortedMap(new TreeMap<>()),
                true,
                SILENT_AFTER,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        TargetDefinition target =
            new TargetDefinition(
                new TargetId(name, LOCAL),
                Collections.unmodifiableSortedMap(new TreeMap<>()),
                true);
        d.write(new EnvironmentDeclared(environment, new Origin.Implied()));
        d.write(new TargetDeclared(target, new Origin.Implied()));
      }
    }
  }
}
