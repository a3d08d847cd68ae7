package dev.slipway.codec;

import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.definition.ParameterDefinition;
import dev.slipway.model.definition.ParameterType;
import dev.slipway.model.entry.ApplicationDefined;
import dev.slipway.model.entry.Entry;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What came with parameters that an application names. */
final class ParameterSamples {

  static final Map<String, Entry> BY_NAME =
      Map.of(
          "application-defined-parameters",
          new ApplicationDefined(
              new ApplicationDefinition(
                      Samples.SHOP,
                      Samples.DEFINITION.repository(),
                      Samples.DEFINITION.services(),
                      List.of(Samples.STAGING),
                      List.of(),
                      Optional.empty())
                  .taking(
                      Optional.of(
                          List.of(
                              parameter(
                                  "flavour",
                                  new ParameterType.Text(List.of("plain", "fancy")),
                                  Optional.of("plain")),
                              parameter(
                                  "batch",
                                  new ParameterType.Whole(Optional.of(1), Optional.of(500)),
                                  Optional.empty()),
                              parameter("loud", new ParameterType.Flag(), Optional.of("false")),
                              parameter("image", new ParameterType.Image(), Optional.empty()),
                              parameter("fix", new ParameterType.Commit(), Optional.empty())))),
              new Origin.Implied(),
              Optional.empty(),
              ""));

  private ParameterSamples() {}

  private static ParameterDefinition parameter(
      String name, ParameterType type, Optional<String> fallback) {
    return new ParameterDefinition(name, type, fallback);
  }
}
