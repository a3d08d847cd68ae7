package dev.slipway.engine.fold;

import dev.slipway.model.EnvironmentName;
import dev.slipway.model.ResourceVersion;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.definition.ResourceDefinition;
import dev.slipway.model.entry.OwnerAsked;
import dev.slipway.model.entry.ResourceDeclared;
import dev.slipway.model.entry.ResourceTold;
import java.util.Optional;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/**
 * A resource, and how far it is.
 *
 * @param everywhere what was said last of all environments
 * @param single what was said of single environments since then
 * @param asked what its owner was asked for, the oldest first; of more than {@value #ASKED_MAX} the
 *     oldest is forgotten
 */
public record ResourceState(
    ResourceDefinition definition,
    Origin origin,
    Optional<ResourceVersion> everywhere,
    PSortedMap<EnvironmentName, ResourceVersion> single,
    PVector<Asked> asked) {

  public static final int ASKED_MAX = 1000;

  /** For which version somewhere the owner was asked. */
  public record Asked(EnvironmentName environment, ResourceVersion wanted) {

    private static Asked of(OwnerAsked entry) {
      return new Asked(entry.delivery().placement().environment(), entry.wanted());
    }
  }

  static ResourceState untold(ResourceDeclared entry) {
    return new ResourceState(
        entry.definition(),
        entry.origin(),
        Optional.empty(),
        TreePMap.empty(),
        TreePVector.empty());
  }

  /** At which version it is in an environment; empty where nobody ever said. */
  public Optional<ResourceVersion> in(EnvironmentName environment) {
    return Optional.ofNullable(single.get(environment)).or(() -> everywhere);
  }

  /** Whether its owner was asked for just that before. */
  public boolean isAsked(OwnerAsked entry) {
    return asked.contains(Asked.of(entry));
  }

  ResourceState declared(ResourceDeclared entry) {
    return new ResourceState(entry.definition(), entry.origin(), everywhere, single, asked);
  }

  ResourceState told(ResourceTold entry) {
    return entry
        .environment()
        .map(environment ->
            new ResourceState(
                definition, origin, everywhere, single.plus(environment, entry.version()), asked))
        .orElseGet(() ->
            new ResourceState(
                definition, origin, Optional.of(entry.version()), TreePMap.empty(), asked));
  }

  ResourceState asked(OwnerAsked entry) {
    PVector<Asked> all = asked.plus(Asked.of(entry));
    return new ResourceState(
        definition, origin, everywhere, single, all.size() > ASKED_MAX ? all.minus(0) : all);
  }
}
