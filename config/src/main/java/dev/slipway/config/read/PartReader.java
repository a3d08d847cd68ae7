package dev.slipway.config.read;

import dev.slipway.config.text.Excerpt;
import dev.slipway.config.text.Node;
import dev.slipway.config.text.Problems;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Nearest;
import dev.slipway.model.ServiceName;
import dev.slipway.model.layer.ServicePart;
import dev.slipway.model.layer.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what an application says of its services for single environments. */
final class PartReader {

  private static final List<String> OF_PROCESSES =
      List.of("health", "replicas", "strategy", "limits");

  private final Problems problems;
  private final SettingsReader settings;

  PartReader(Problems problems) {
    this.problems = problems;
    this.settings = new SettingsReader(problems);
  }

  /** Absent when it says the same everywhere. */
  Optional<List<ServicePart>> read(Node.Fields application, List<EnvironmentName> route) {
    List<ServicePart> parts = new ArrayList<>();
    for (Node.Field field : application.fields("environments")) {
      EnvironmentName environment = new EnvironmentName(field.name());
      OffRoute.tell(problems, field.place(), environment, route);
      if (field.value() instanceof Node.Fields part) {
        part.fields("services")
            .forEach(service -> read(application, environment, service).ifPresent(parts::add));
      }
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(parts));
  }

  private Optional<ServicePart> read(
      Node.Fields application, EnvironmentName environment, Node.Field service) {
    Optional<Node.Fields> declared =
        application.fields("services").stream()
            .filter(field -> field.name().equals(service.name()))
            .findFirst()
            .map(Node.Field::value)
            .filter(Node.Fields.class::isInstance)
            .map(Node.Fields.class::cast);
    if (declared.isEmpty()) {
      unknown(application, service);
    }
    if (!(service.value() instanceof Node.Fields values)) {
      return Optional.empty();
    }
    declared.ifPresent(fields -> refuse(fields, values));
    List<Setting> given = settings.read(values);
    return given.isEmpty()
        ? Optional.empty()
        : Optional.of(new ServicePart(environment, new ServiceName(service.name()), given));
  }

  private void unknown(Node.Fields application, Node.Field service) {
    List<String> known = application.fields("services").stream().map(Node.Field::name).toList();
    if (!known.contains(service.name())) {
      problems.add(
          service.place(),
          "unknown-service",
          "There is no service %s that this could be said of."
              .formatted(Excerpt.of(service.name())),
          Nearest.of(service.name(), known));
    }
  }

  /** What means nothing to what the service runs. */
  private void refuse(Node.Fields declared, Node.Fields values) {
    if (declared.field("run").isEmpty()) {
      OF_PROCESSES.forEach(key -> refuse(values, key, "a 'run'"));
    }
    if (declared.field("command").isEmpty()) {
      refuse(values, "no_output_timeout", "a 'command'");
    }
  }

  private void refuse(Node.Fields values, String key, String theirs) {
    values
        .field(key)
        .ifPresent(field ->
            problems.add(
                field.place(),
                "key-not-here",
                "'%s' is for %s, and this service has none. Remove it.".formatted(key, theirs)));
  }
}
