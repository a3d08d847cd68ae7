package dev.slipway.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one team ships.
 *
 * @param branch the branch whose commits redefine it
 * @param path where in the repository the document lies
 * @param parameters what its deliveries are given; none where they take whatever they are given
 * @param position the entry that defined it
 * @param sourceTrouble why its repository cannot be read at present, if so
 */
public record Application(
    String name,
    Optional<String> repository,
    Optional<String> branch,
    String path,
    List<String> route,
    List<Service> services,
    List<Trigger> triggers,
    List<Parameter> parameters,
    Origin origin,
    long position,
    Instant definedAt,
    Optional<SourceTrouble> sourceTrouble) {
  public Application {
    route = List.copyOf(route);
    services = List.copyOf(services);
    triggers = List.copyOf(triggers);
    parameters = List.copyOf(parameters);
  }
}
