package dev.slipway.views.row;

import dev.slipway.model.ActorId;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.ResourceVersion;
import dev.slipway.model.Scope;
import dev.slipway.model.definition.ResourceDefinition;
import dev.slipway.views.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A resource, how far it is, and what its owner was asked for.
 *
 * @param told what was said last: of everywhere first, then of single environments since then
 * @param asked the newest first; of more than {@value #ASKED_MAX} the oldest is not shown
 */
public record ResourceRow(ResourceDefinition definition, List<Told> told, List<Asked> asked)
    implements Row {

  public static final int ASKED_MAX = 100;

  /**
   * At which version it is.
   *
   * @param environment where; absent for everywhere
   */
  public record Told(
      Optional<EnvironmentName> environment, ResourceVersion version, ActorId by, Instant at) {}

  /**
   * What was asked for.
   *
   * @param delivery the first that waited for it
   */
  public record Asked(ResourceVersion wanted, DeliveryId delivery, Instant at) {}

  public ResourceRow {
    told = List.copyOf(told);
    asked = List.copyOf(asked);
  }

  /** At which version it is in an environment; empty where nobody ever said. */
  public Optional<ResourceVersion> in(EnvironmentName environment) {
    Optional<EnvironmentName> here = Optional.of(environment);
    return told.reversed().stream()
        .filter(one -> one.environment().isEmpty() || one.environment().equals(here))
        .map(Told::version)
        .findFirst();
  }

  @Override
  public String key() {
    return definition.name().value();
  }

  @Override
  public Scope scope() {
    return new Scope.Everything();
  }
}
