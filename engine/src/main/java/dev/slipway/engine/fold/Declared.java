package dev.slipway.engine.fold;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.NotificationName;
import dev.slipway.model.OverlayName;
import dev.slipway.model.OwnerName;
import dev.slipway.model.PolicyName;
import dev.slipway.model.Position;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.ResourceName;
import dev.slipway.model.TargetId;
import dev.slipway.model.entry.ApplicationDefined;
import dev.slipway.model.entry.ApplicationRemoved;
import dev.slipway.model.entry.EnvironmentDeclared;
import dev.slipway.model.entry.EnvironmentGroupDeclared;
import dev.slipway.model.entry.NotificationDeclared;
import dev.slipway.model.entry.NotificationRemoved;
import dev.slipway.model.entry.OverlayDeclared;
import dev.slipway.model.entry.OwnerAsked;
import dev.slipway.model.entry.OwnerDeclared;
import dev.slipway.model.entry.PolicyDeclared;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ResourceDeclared;
import dev.slipway.model.entry.ResourceTold;
import dev.slipway.model.entry.TargetDeclared;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.PolicyDefinition;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * What people declared: applications, environments with their targets and groups, resources,
 * overlays, policies, owners and who is told of what happens, by name.
 */
public record Declared(
    PSortedMap<ApplicationName, ApplicationState> applications,
    PSortedMap<EnvironmentName, EnvironmentState> environments,
    PSortedMap<EnvironmentName, EnvironmentGroupState> environmentGroups,
    PSortedMap<ResourceName, ResourceState> resources,
    PSortedMap<OverlayName, Revisions<OverlayDefinition>> overlays,
    PSortedMap<PolicyName, Revisions<PolicyDefinition>> policies,
    PSortedMap<OwnerName, OwnerState> owners,
    PSortedMap<NotificationName, NotificationState> notifications) {

  static final Declared NOTHING =
      new Declared(
          TreePMap.empty(),
          TreePMap.empty(),
          TreePMap.empty(),
          TreePMap.empty(),
          TreePMap.empty(),
          TreePMap.empty(),
          TreePMap.empty(),
          TreePMap.empty());

  public Optional<ApplicationState> application(ApplicationName name) {
    return Optional.ofNullable(applications.get(name));
  }

  public Optional<EnvironmentState> environment(EnvironmentName name) {
    return Optional.ofNullable(environments.get(name));
  }

  public Optional<EnvironmentGroupState> environmentGroup(EnvironmentName name) {
    return Optional.ofNullable(environmentGroups.get(name));
  }

  /** The group that an environment belongs to; absent where it is none of a group. */
  public Optional<EnvironmentName> groupOf(EnvironmentName environment) {
    return environment(environment).flatMap(state -> state.definition().group());
  }

  public Optional<ResourceState> resource(ResourceName name) {
    return Optional.ofNullable(resources.get(name));
  }

  public Optional<Revisions<OverlayDefinition>> overlay(OverlayName name) {
    return Optional.ofNullable(overlays.get(name));
  }

  public Optional<Revisions<PolicyDefinition>> policy(PolicyName name) {
    return Optional.ofNullable(policies.get(name));
  }

  public Optional<OwnerState> owner(OwnerName name) {
    return Optional.ofNullable(owners.get(name));
  }

  public Optional<NotificationState> notification(NotificationName name) {
    return Optional.ofNullable(notifications.get(name));
  }

  public Optional<TargetState> target(TargetId id) {
    return environment(id.environment())
        .flatMap(environment -> Optional.ofNullable(environment.targets().get(id.target())));
  }

  /** The names of the applications whose commits come from a repository. */
  public List<ApplicationName> applicationsOf(RepositoryUrl repository) {
    return applications.values().stream()
        .map(ApplicationState::definition)
        .filter(definition -> definition.repository().filter(repository::equals).isPresent())
        .map(definition -> definition.name())
        .toList();
  }

  /** The addresses that applications come from, as people registered them. */
  public SortedSet<RepositoryUrl> repositories() {
    return applications.values().stream()
        .flatMap(application -> application.definition().repository().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  Declared with(ApplicationDefined entry) {
    ApplicationState state =
        new ApplicationState(entry.definition(), entry.origin(), entry.branch(), entry.path());
    return defining(applications.plus(entry.definition().name(), state));
  }

  Declared with(ApplicationRemoved entry) {
    return defining(applications.minus(entry.application()));
  }

  private Declared defining(PSortedMap<ApplicationName, ApplicationState> these) {
    return new Declared(
        these,
        environments,
        environmentGroups,
        resources,
        overlays,
        policies,
        owners,
        notifications);
  }

  Declared with(EnvironmentDeclared entry) {
    Optional<EnvironmentState> known = environment(entry.definition().name());
    return plus(
        new EnvironmentState(
            entry.definition(),
            entry.origin(),
            known.map(EnvironmentState::targets).orElseGet(TreePMap::empty),
            known.map(EnvironmentState::sealing).orElse(SealingState.NOTHING)));
  }

  Declared with(EnvironmentGroupDeclared entry, Recorded recorded) {
    EnvironmentName name = entry.definition().name();
    return new Declared(
        applications,
        environments,
        environmentGroups.plus(
            name, EnvironmentGroupState.with(environmentGroup(name), entry, recorded.position())),
        resources,
        overlays,
        policies,
        owners,
        notifications);
  }

  Declared with(TargetDeclared entry) {
    TargetId id = entry.definition().id();
    return plus(
        id,
        target(id)
            .map(known -> known.declaredAs(entry.definition(), entry.origin()))
            .orElseGet(() -> TargetState.declared(entry.definition(), entry.origin())));
  }

  Declared with(OverlayDeclared entry) {
    OverlayName name = entry.revision().definition().name();
    return new Declared(
        applications,
        environments,
        environmentGroups,
        resources,
        overlays.plus(name, Revisions.with(overlay(name), entry.revision())),
        policies,
        owners,
        notifications);
  }

  Declared with(PolicyDeclared entry) {
    PolicyName name = entry.revision().definition().name();
    return new Declared(
        applications,
        environments,
        environmentGroups,
        resources,
        overlays,
        policies.plus(name, Revisions.with(policy(name), entry.revision())),
        owners,
        notifications);
  }

  Declared with(OwnerDeclared entry) {
    OwnerState state = new OwnerState(entry.definition(), entry.origin());
    return new Declared(
        applications,
        environments,
        environmentGroups,
        resources,
        overlays,
        policies,
        owners.plus(entry.definition().name(), state),
        notifications);
  }

  Declared with(NotificationDeclared entry, Recorded recorded) {
    NotificationName name = entry.definition().name();
    Position since = notification(name).map(NotificationState::since).orElseGet(recorded::position);
    return telling(notifications.plus(name, new NotificationState(entry.definition(), since)));
  }

  Declared with(NotificationRemoved entry) {
    return telling(notifications.minus(entry.notification()));
  }

  private Declared telling(PSortedMap<NotificationName, NotificationState> these) {
    return new Declared(
        applications,
        environments,
        environmentGroups,
        resources,
        overlays,
        policies,
        owners,
        these);
  }

  /** A target is as a change leaves it; one that nobody knows is none. */
  Declared target(TargetId id, UnaryOperator<TargetState> change) {
    return target(id).map(change).map(changed -> plus(id, changed)).orElse(this);
  }

  Declared with(ResourceDeclared entry) {
    return plus(
        resource(entry.definition().name())
            .map(known -> known.declared(entry))
            .orElseGet(() -> ResourceState.untold(entry)));
  }

  Declared with(ResourceTold entry) {
    return resource(entry.resource()).map(known -> plus(known.told(entry))).orElse(this);
  }

  Declared with(OwnerAsked entry) {
    return resource(entry.resource()).map(known -> plus(known.asked(entry))).orElse(this);
  }

  /** The secrets of an environment are as a change leaves them. */
  Declared sealing(EnvironmentName name, UnaryOperator<SealingState> change) {
    return environment(name)
        .map(known -> plus(known.with(change.apply(known.sealing()))))
        .orElse(this);
  }

  private Declared plus(ResourceState resource) {
    return new Declared(
        applications,
        environments,
        environmentGroups,
        resources.plus(resource.definition().name(), resource),
        overlays,
        policies,
        owners,
        notifications);
  }

  private Declared plus(TargetId id, TargetState target) {
    return environment(id.environment())
        .map(e ->
            new EnvironmentState(
                e.definition(), e.origin(), e.targets().plus(id.target(), target), e.sealing()))
        .map(this::plus)
        .orElse(this);
  }

  private Declared plus(EnvironmentState environment) {
    return new Declared(
        applications,
        environments.plus(environment.definition().name(), environment),
        environmentGroups,
        resources,
        overlays,
        policies,
        owners,
        notifications);
  }
}
