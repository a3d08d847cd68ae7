package dev.slipway.model.definition;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.layer.ServicePart;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one team ships, compiled from its document.
 *
 * @param repository where its commits come from; absent for an application that deploys no commits
 * @param onFailure what follows when a rollout fails, where its environment does not say
 * @param route the ordered environments that its shipments travel; never empty
 * @param guardrails what it asks for of its own, by environment; absent when it asks for nothing
 * @param jobs the effects that its deliveries have, in their order; absent when there are none
 * @param needs the other applications that have to be in force first; absent when there are none
 * @param parts what it says for single environments only; absent when it says the same everywhere
 * @param parameters what its deliveries are given, in the document's order; absent when they take
 *     whatever they are given
 * @param along the route as its document has it, where that names groups of environments; absent
 *     where the document names environments only
 */
public record ApplicationDefinition(
    ApplicationName name,
    Optional<RepositoryUrl> repository,
    List<ServiceDefinition> services,
    List<EnvironmentName> route,
    List<TriggerDefinition> triggers,
    Optional<OnFailure> onFailure,
    Optional<List<ApplicationGuardrails>> guardrails,
    Optional<List<JobDefinition>> jobs,
    Optional<List<DependencyDefinition>> needs,
    Optional<List<ServicePart>> parts,
    Optional<List<ParameterDefinition>> parameters,
    Optional<List<Stretch>> along) {

  public ApplicationDefinition {
    services = List.copyOf(services);
    route = List.copyOf(route);
    triggers = List.copyOf(triggers);
    guardrails = guardrails.map(List::copyOf);
    jobs = jobs.map(List::copyOf);
    needs = needs.map(List::copyOf);
    parts = parts.map(List::copyOf);
    parameters = parameters.map(List::copyOf);
    along = along.map(List::copyOf);
  }

  /** One that asks for nothing, has no jobs, needs no other and says the same everywhere. */
  public ApplicationDefinition(
      ApplicationName name,
      Optional<RepositoryUrl> repository,
      List<ServiceDefinition> services,
      List<EnvironmentName> route,
      List<TriggerDefinition> triggers,
      Optional<OnFailure> onFailure) {
    this(
        name,
        repository,
        services,
        route,
        triggers,
        onFailure,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same, with other guardrails. */
  public ApplicationDefinition with(Optional<List<ApplicationGuardrails>> others) {
    return new ApplicationDefinition(
        name,
        repository,
        services,
        route,
        triggers,
        onFailure,
        others,
        jobs,
        needs,
        parts,
        parameters,
        along);
  }

  /** The same, whose deliveries have other effects. */
  public ApplicationDefinition running(Optional<List<JobDefinition>> others) {
    return new ApplicationDefinition(
        name,
        repository,
        services,
        route,
        triggers,
        onFailure,
        guardrails,
        others,
        needs,
        parts,
        parameters,
        along);
  }

  /** The same, that needs other applications. */
  public ApplicationDefinition needing(Optional<List<DependencyDefinition>> others) {
    return new ApplicationDefinition(
        name,
        repository,
        services,
        route,
        triggers,
        onFailure,
        guardrails,
        jobs,
        others,
        parts,
        parameters,
        along);
  }

  /** The same, with other words for single environments. */
  public ApplicationDefinition saying(Optional<List<ServicePart>> others) {
    return new ApplicationDefinition(
        name,
        repository,
        services,
        route,
        triggers,
        onFailure,
        guardrails,
        jobs,
        needs,
        others,
        parameters,
        along);
  }

  /** The same, whose deliveries are given other values. */
  public ApplicationDefinition taking(Optional<List<ParameterDefinition>> others) {
    return new ApplicationDefinition(
        name,
        repository,
        services,
        route,
        triggers,
        onFailure,
        guardrails,
        jobs,
        needs,
        parts,
        others,
        along);
  }

  /** The same, whose commits come from there. */
  public ApplicationDefinition from(Optional<RepositoryUrl> other) {
    return new ApplicationDefinition(
        name,
        other,
        services,
        route,
        triggers,
        onFailure,
        guardrails,
        jobs,
        needs,
        parts,
        parameters,
        along);
  }

  /** The same, travelling as another one does. */
  public ApplicationDefinition travellingAs(ApplicationDefinition other) {
    return new ApplicationDefinition(
        name,
        repository,
        services,
        other.route,
        other.triggers,
        other.onFailure,
        guardrails,
        jobs,
        needs,
        parts,
        parameters,
        other.along);
  }

  /** The same, along these stretches; where none of them is a group, they go without saying. */
  public ApplicationDefinition travelling(List<Stretch> stretches) {
    List<EnvironmentName> stops =
        stretches.stream().flatMap(stretch -> stretch.environments().stream()).toList();
    return new ApplicationDefinition(
        name,
        repository,
        services,
        stops,
        triggers,
        onFailure,
        guardrails,
        jobs,
        needs,
        parts,
        parameters,
        stretches.stream().anyMatch(Stretch::isGroup) ? Optional.of(stretches) : Optional.empty());
  }

  /** The names on its route, as its document has them: of environments, and of groups of them. */
  public List<EnvironmentName> names() {
    return along.map(stretches -> stretches.stream().map(Stretch::name).toList()).orElse(route);
  }

  /** The environments that a name on its route stands for, in their order; none of another name. */
  public List<EnvironmentName> stops(EnvironmentName called) {
    return route.stream().filter(stop -> speaks(called, stop)).toList();
  }

  /** Whether what it says under a name is said of an environment: its own, or its group's. */
  public boolean speaks(EnvironmentName called, EnvironmentName environment) {
    return called.equals(environment)
        || along.stream()
            .flatMap(List::stream)
            .anyMatch(stretch ->
                stretch.name().equals(called) && stretch.environments().contains(environment));
  }

  /**
   * What it asks for of its own, for each environment of a group by that environment's name too; so
   * that it can be put beside what a definition with another route asks for.
   */
  public Optional<List<ApplicationGuardrails>> spelledOut() {
    return guardrails.map(all ->
        all.stream()
            .flatMap(asked ->
                Stream.concat(
                    Stream.of(asked),
                    stops(asked.environment()).stream()
                        .filter(stop -> !stop.equals(asked.environment()))
                        .map(asked::in)))
            .toList());
  }

  /** The rules about approvals that it has for an environment. */
  public List<ApprovalPolicy> approvals(EnvironmentName environment) {
    return asked(environment).flatMap(asked -> asked.approvals().stream()).distinct().toList();
  }

  /** What it asks of resources for an environment. */
  public List<ResourcePolicy> resources(EnvironmentName environment) {
    return asked(environment)
        .flatMap(asked -> asked.resources().stream())
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  private Stream<ApplicationGuardrails> asked(EnvironmentName environment) {
    return guardrails.stream()
        .flatMap(List::stream)
        .filter(asked -> speaks(asked.environment(), environment));
  }
}
