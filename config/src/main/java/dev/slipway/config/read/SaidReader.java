package dev.slipway.config.read;

import dev.slipway.config.text.Node;
import dev.slipway.config.text.Place;
import dev.slipway.model.layer.Said;
import dev.slipway.model.layer.SettingName;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What a service's document says itself, and on which lines. Stateless. */
final class SaidReader {

  private static final List<String> MAPPINGS =
      List.of("variables", "secrets", "limits", "external");

  private SaidReader() {}

  /** By name. */
  static List<Said> of(Node.Fields service) {
    return service.fields().stream()
        .flatMap(SaidReader::said)
        .sorted(Comparator.comparing(Said::name))
        .toList();
  }

  private static Stream<Said> said(Node.Field field) {
    if (field.name().equals("health")) {
      return field.value() instanceof Node.Fields check
          ? within(field.name(), check)
          : Stream.of(said("health.path", field.place()));
    }
    if (MAPPINGS.contains(field.name())) {
      return field.value() instanceof Node.Fields fields
          ? within(field.name(), fields)
          : Stream.empty();
    }
    String name = field.name().equals("read_timeout") ? "no_output_timeout" : field.name();
    return Stream.of(said(name, field.place()));
  }

  private static Stream<Said> within(String name, Node.Fields fields) {
    return fields.fields().stream().map(field -> said(name + "." + field.name(), field.place()));
  }

  private static Said said(String name, Place place) {
    return new Said(new SettingName(name), place.line());
  }
}
