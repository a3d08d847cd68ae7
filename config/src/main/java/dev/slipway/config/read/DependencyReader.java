package dev.slipway.config.read;

import dev.slipway.config.text.Excerpt;
import dev.slipway.config.text.Node;
import dev.slipway.config.text.Place;
import dev.slipway.config.text.Problems;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Nearest;
import dev.slipway.model.ServiceName;
import dev.slipway.model.definition.DependencyDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what services and applications wait for, and finds who would wait for themselves. */
final class DependencyReader {

  private final Problems problems;

  DependencyReader(Problems problems) {
    this.problems = problems;
  }

  /** A service that another one waits for, and where that is written. */
  private record Edge(String from, String to, Place place) {}

  /** What each service is brought up after, by its name. */
  Map<ServiceName, List<ServiceName>> after(Node.Fields document) {
    SortedMap<String, List<Edge>> edges = new TreeMap<>();
    for (Node.Field field : document.fields("services")) {
      edges.put(field.name(), edges(field));
    }
    Map<ServiceName, List<ServiceName>> after = new HashMap<>();
    for (List<Edge> waits : edges.values()) {
      for (Edge edge : waits) {
        check(edge, edges);
        if (edges.containsKey(edge.to())) {
          after
              .computeIfAbsent(new ServiceName(edge.from()), _ -> new ArrayList<>())
              .add(new ServiceName(edge.to()));
        }
      }
    }
    return after;
  }

  private static List<Edge> edges(Node.Field field) {
    return field.value() instanceof Node.Fields service
        ? Texts.listOf(service, "after").stream()
            .map(text -> new Edge(field.name(), text.value(), text.place()))
            .toList()
        : List.of();
  }

  private void check(Edge edge, SortedMap<String, List<Edge>> edges) {
    if (!edges.containsKey(edge.to())) {
      problems.add(
          edge.place(),
          "unknown-service",
          "There is no service %s that %s could come after."
              .formatted(Excerpt.of(edge.to()), edge.from()),
          Nearest.of(edge.to(), edges.keySet()));
      return;
    }
    if (edge.to().equals(edge.from())) {
      problems.add(
          edge.place(),
          "dependency-cycle",
          "%s cannot come after itself. Take it out.".formatted(edge.from()));
      return;
    }
    back(edge.to(), edge.from(), edges, new HashSet<>())
        .ifPresent(other ->
            problems.add(
                edge.place(),
                "dependency-cycle",
                "%s comes after %s here, and %s after %s at line %d. Take one of them out."
                    .formatted(
                        edge.from(), edge.to(), other.from(), other.to(), other.place().line())));
  }

  /** The first step of a way from one service back to another. */
  private static Optional<Edge> back(
      String from, String to, SortedMap<String, List<Edge>> edges, Set<String> seen) {
    if (!seen.add(from)) {
      return Optional.empty();
    }
    return edges.getOrDefault(from, List.of()).stream()
        .filter(edge -> edge.to().equals(to) || back(edge.to(), to, edges, seen).isPresent())
        .findFirst();
  }

  /** The applications that have to be in force first; absent when there are none. */
  Optional<List<DependencyDefinition>> needs(Node.Fields document) {
    Optional<String> own = document.text("application").map(Node.Text::value);
    List<DependencyDefinition> needs = new ArrayList<>();
    Set<String> named = new HashSet<>();
    for (Node node : document.items("needs")) {
      if (node instanceof Node.Fields need) {
        need.text("application")
            .filter(name -> isNew(name, own, named))
            .map(name ->
                new DependencyDefinition(
                    new ApplicationName(name.value()), need.text("at").map(Node.Text::value)))
            .ifPresent(needs::add);
      }
    }
    return needs.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(needs));
  }

  private boolean isNew(Node.Text name, Optional<String> own, Set<String> named) {
    if (own.filter(name.value()::equals).isPresent()) {
      problems.add(
          name.place(),
          "dependency-cycle",
          "%s cannot need itself. Take it out.".formatted(Excerpt.of(name.value())));
      return false;
    }
    if (!named.add(name.value())) {
      problems.add(
          name.place(),
          "dependency-twice",
          "%s is needed a second time. Keep one of them.".formatted(Excerpt.of(name.value())));
      return false;
    }
    return true;
  }
}
