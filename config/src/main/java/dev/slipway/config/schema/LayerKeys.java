package dev.slipway.config.schema;

import dev.slipway.config.schema.Type.Known;
import dev.slipway.config.schema.Type.Named;
import java.util.List;

/** The keys of what is said of services apart from where they are declared. */
final class LayerKeys {

  /** What makes sense to say of many services, or of one in a single environment. */
  private static final List<String> SHARED =
      List.of(
          "health",
          "replicas",
          "strategy",
          "limits",
          "variables",
          "secrets",
          "timeout",
          "no_output_timeout");

  private LayerKeys() {}

  /**
   * What may be said of a service that is declared elsewhere, with the meaning that it has there.
   */
  static Shape values(Shape service) {
    return new Shape(
        "mapping of values",
        "Values of a service, with the keys and the meaning that they have where it is declared.",
        service.keys().stream().filter(key -> SHARED.contains(key.name())).toList(),
        List.of());
  }

  /** What an application says for one environment. */
  static Shape part(Shape values) {
    return new Shape(
        "application environment",
        "What an application says for one environment of its route only.",
        List.of(
            new Key(
                "services",
                new Named(Formats.NAME, new Known(values), 200),
                true,
                "Values of its services there, by their names. Each takes the place of the value"
                    + " that is declared for everywhere; variables are taken one by one.",
                "{web: {replicas: 3, variables: {LOG_LEVEL: warn}}}")),
        List.of());
  }
}
