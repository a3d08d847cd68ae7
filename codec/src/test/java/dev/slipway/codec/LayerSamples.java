package dev.slipway.codec;

import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.entry.ApplicationDefined;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.layer.Inputs;
import dev.slipway.model.layer.Said;
import dev.slipway.model.layer.ServicePart;
import dev.slipway.model.layer.Setting;
import dev.slipway.model.layer.SettingName;
import dev.slipway.model.layer.SettingValue;
import dev.slipway.model.state.Shipment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What came with values of several owners. */
final class LayerSamples {

  private static final List<Setting> SETTINGS =
      List.of(
          new Setting(SettingName.REPLICAS, new SettingValue.Amount(3), 12),
          new Setting(
              SettingName.STRATEGY, new SettingValue.Way(new StrategyDefinition.Recreate()), 13),
          new Setting(SettingName.TIMEOUT, new SettingValue.Time(Duration.ofMinutes(5)), 14),
          new Setting(SettingName.variable("GREETING"), new SettingValue.Wording("hello"), 16));

  private static final ApplicationDefinition DEFINITION =
      new ApplicationDefinition(
          Samples.SHOP,
          Samples.DEFINITION.repository(),
          List.of(
              Samples.DEFINITION
                  .services()
                  .getFirst()
                  .saying(List.of(new Said(SettingName.HEALTH_PATH, 5)))),
          List.of(Samples.STAGING),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(List.of(new ServicePart(Samples.STAGING, Samples.WEB, SETTINGS))));

  static final Map<String, Entry> BY_NAME =
      Map.of(
          "application-defined-parts",
          new ApplicationDefined(
              DEFINITION, new Origin.Implied(), Optional.empty(), "slipway.yaml"),
          "shipment-made-inputs",
          new ShipmentMade(
              new Shipment(
                      Samples.SHIPMENT,
                      Samples.SHOP,
                      Samples.CHANGE,
                      DEFINITION,
                      List.of(Samples.STAGING),
                      new Shipment.MadeBy.Request(Samples.ALICE, Optional.empty()),
                      false,
                      Samples.VARIABLES)
                  .from(new Inputs(new Origin.Commit(Samples.SHA), "slipway.yaml"))));

  private LayerSamples() {}
}
