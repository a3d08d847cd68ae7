package dev.slipway.model.definition;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.RepositoryUrl;
import java.util.List;
import java.util.Optional;

/**
 * What one team ships, compiled from its document.
 *
 * @param repository where its commits come from; absent for an application that deploys no commits
 * @param onFailure what follows when a rollout fails, where its environment does not say
 * @param route the ordered environments that its shipments travel; never empty
 */
public record ApplicationDefinition(
    ApplicationName name,
    Optional<RepositoryUrl> repository,
    List<ServiceDefinition> services,
    List<EnvironmentName> route,
    List<TriggerDefinition> triggers,
    Optional<OnFailure> onFailure) {

  public ApplicationDefinition {
    services = List.copyOf(services);
    route = List.copyOf(route);
    triggers = List.copyOf(triggers);
  }
}
