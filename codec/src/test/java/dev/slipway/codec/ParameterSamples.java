package dev.slipway.codec;

import dev.slipway.model.SecretName;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.definition.ParameterDefinition;
import dev.slipway.model.definition.ParameterType;
import dev.slipway.model.definition.SecretReference;
import dev.slipway.model.entry.ApplicationDefined;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.state.PinnedSecret;
import dev.slipway.model.state.Shipment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What came with parameters that an application names. */
final class ParameterSamples {

  /** One whose process is given a secret by a parameter. */
  private static final ApplicationDefinition SECRET =
      new ApplicationDefinition(
              Samples.SHOP,
              Samples.DEFINITION.repository(),
              List.of(
                  Samples.DEFINITION
                      .services()
                      .getFirst()
                      .with(
                          Optional.of(
                              new TreeMap<>(
                                  Map.of(
                                      "API_TOKEN", new SecretReference.Parameter("api_token")))))),
              List.of(Samples.STAGING),
              List.of(),
              Optional.empty())
          .taking(
              Optional.of(
                  List.of(
                      parameter(
                          "api_token",
                          new ParameterType.Secret(
                              List.of(new SecretName("partner-token"), new SecretName("own"))),
                          Optional.of("own@2")))));

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
              ""),
          "application-defined-secret-parameter",
          new ApplicationDefined(SECRET, new Origin.Implied(), Optional.empty(), ""),
          "shipment-made-secrets",
          new ShipmentMade(
              new Shipment(
                      Samples.SHIPMENT,
                      Samples.SHOP,
                      Samples.CHANGE,
                      SECRET,
                      List.of(Samples.STAGING),
                      new Shipment.MadeBy.Request(Samples.ALICE, Optional.empty()),
                      false,
                      new TreeMap<>(Map.of("api_token", "partner-token")))
                  .with(
                      List.of(
                          new PinnedSecret(
                              Samples.STAGING, "api_token", new SecretName("partner-token"), 3)))));

  private ParameterSamples() {}

  private static ParameterDefinition parameter(
      String name, ParameterType type, Optional<String> fallback) {
    return new ParameterDefinition(name, type, fallback);
  }
}
