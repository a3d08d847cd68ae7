package dev.slipway.loop.pulls;

import dev.slipway.engine.fold.ApplicationState;
import dev.slipway.engine.fold.NotificationState;
import dev.slipway.engine.fold.World;
import dev.slipway.engine.layer.Reached;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.NotificationName;
import dev.slipway.model.Organisation;
import dev.slipway.model.Placement;
import dev.slipway.model.Position;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.StreamKey;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.notification.NotificationDefinition;
import dev.slipway.model.notification.Receiver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A comment that is wanted at each pull request of a repository. Immutable.
 *
 * @param context names it; notifications of the same context share one
 * @param by those who want it
 * @param places what it is about, by application and in the order of its route
 */
record Wanted(String context, List<NotificationName> by, List<Placement> places) {

  Wanted {
    by = List.copyOf(by);
    places = List.copyOf(places);
  }

  /** Those that are wanted at a repository, each context once. */
  static List<Wanted> of(World world, RepositoryUrl repository) {
    SortedMap<String, List<NotificationDefinition>> byContext = new TreeMap<>();
    world.declared().notifications().values().stream()
        .map(NotificationState::definition)
        .forEach(definition ->
            context(definition)
                .ifPresent(context ->
                    byContext.computeIfAbsent(context, _ -> new ArrayList<>()).add(definition)));
    List<Placement> places = byContext.isEmpty() ? List.of() : places(world, repository);
    return byContext.entrySet().stream()
        .flatMap(entry -> of(world, entry, places).stream())
        .toList();
  }

  private static Optional<Wanted> of(
      World world, Map.Entry<String, List<NotificationDefinition>> wanting, List<Placement> all) {
    List<NotificationDefinition> by =
        wanting.getValue().stream()
            .filter(one -> all.stream().anyMatch(at -> Reached.by(world, one.reach(), at)))
            .toList();
    return by.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Wanted(
                wanting.getKey(),
                by.stream().map(NotificationDefinition::name).sorted().toList(),
                all.stream()
                    .filter(at -> by.stream().anyMatch(one -> Reached.by(world, one.reach(), at)))
                    .toList()));
  }

  private static Optional<String> context(NotificationDefinition definition) {
    return definition.receiver() instanceof Receiver.GitHubPullRequests(String context)
        ? Optional.of(context)
        : Optional.empty();
  }

  /** Where applications of a repository go. */
  private static List<Placement> places(World world, RepositoryUrl repository) {
    return world.declared().applications().values().stream()
        .map(ApplicationState::definition)
        .filter(it -> it.repository().filter(repository::leadsToSamePlaceAs).isPresent())
        .flatMap(Wanted::places)
        .toList();
  }

  private static Stream<Placement> places(ApplicationDefinition definition) {
    return definition.route().stream()
        .map(environment -> new Placement(definition.name(), environment));
  }

  List<ApplicationName> applications() {
    return places.stream().map(Placement::application).distinct().toList();
  }

  /** How far that was written of which the comment tells; as long as it is this, so is that. */
  Map<StreamKey, Position> versions(World world, Organisation organisation) {
    Map<StreamKey, Position> versions = new TreeMap<>();
    Stream.concat(
            Stream.of(StreamKey.of(organisation)),
            places.stream()
                .flatMap(at ->
                    Stream.of(
                        StreamKey.of(organisation, at.application()),
                        StreamKey.of(organisation, at.environment()),
                        StreamKey.of(organisation, at))))
        .forEach(stream -> versions.put(stream, world.version(stream)));
    return versions;
  }
}
