package dev.slipway.codec;

import dev.slipway.model.GroupName;
import dev.slipway.model.OverlayName;
import dev.slipway.model.OwnerName;
import dev.slipway.model.PolicyName;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.entry.ApplicationDefined;
import dev.slipway.model.entry.CommandReceived;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.OverlayDeclared;
import dev.slipway.model.entry.OwnerDeclared;
import dev.slipway.model.entry.PolicyDeclared;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.layer.Bound;
import dev.slipway.model.layer.Inputs;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.OwnerDefinition;
import dev.slipway.model.layer.PinnedOverlay;
import dev.slipway.model.layer.PolicyDefinition;
import dev.slipway.model.layer.PolicyRule;
import dev.slipway.model.layer.Reach;
import dev.slipway.model.layer.Revision;
import dev.slipway.model.layer.Right;
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
              Optional.empty())
          .saying(Optional.of(List.of(new ServicePart(Samples.STAGING, Samples.WEB, SETTINGS))));

  private static final OverlayDefinition OVERLAY =
      new OverlayDefinition(
          new OverlayName("caps"),
          new OwnerName("finance"),
          new Reach(
              List.of("shop", "billing-*"), List.of("staging"), List.of("web"), Samples.VARIABLES),
          SETTINGS,
          List.of(SETTINGS.getLast()),
          List.of(
              new Bound.Range(
                  SettingName.REPLICAS,
                  Optional.of(new SettingValue.Amount(1)),
                  Optional.of(new SettingValue.Amount(10)),
                  7),
              new Bound.OneOf(SettingName.STRATEGY, List.of("rolling", "recreate"), 8),
              new Bound.Total(SettingName.REPLICAS, 40, 9)));

  private static final Revision<OverlayDefinition> REVISION =
      new Revision<>(OVERLAY, 3, new Origin.Applied(Samples.ALICE, Samples.DIGEST), Optional.of(1));

  private static final PolicyDefinition POLICY =
      new PolicyDefinition(
          new PolicyName("no-debug"),
          new OwnerName("security"),
          OVERLAY.reach(),
          List.of(
              new PolicyRule(
                  "service.replicas >= 2",
                  Optional.of("service.kind == 'run'"),
                  "One instance is none.",
                  4),
              new PolicyRule("!('DEBUG' in service.variables)", Optional.empty(), "No.", 7)));

  private static final OwnerDefinition OWNER =
      new OwnerDefinition(
          new OwnerName("finance"),
          new GroupName("finance-people"),
          List.of(
              new Right(
                  Right.Kind.OVERLAY,
                  List.of("shop"),
                  List.of("production"),
                  List.of("replicas", "limits.*")),
              new Right(Right.Kind.APPLICATION, List.of("ledger"), List.of(), List.of())));

  static final List<Entry> ENTRIES =
      List.of(
          new OverlayDeclared(REVISION),
          new PolicyDeclared(
              new Revision<>(
                  POLICY, 2, new Origin.Applied(Samples.ALICE, Samples.DIGEST), Optional.of(1))),
          new OwnerDeclared(OWNER, new Origin.Applied(Samples.ALICE, Samples.DIGEST)));

  static final Map<String, Entry> BY_NAME =
      Map.of(
          "command-received-revert",
          new CommandReceived(
              Samples.ALICE,
              "key 10",
              new Command.RevertOverlay(new OverlayName("caps"), Optional.of(1))),
          "command-received-revert-policy",
          new CommandReceived(
              Samples.ALICE,
              "key 11",
              new Command.RevertPolicy(new PolicyName("no-debug"), Optional.empty())),
          "command-received-policy",
          new CommandReceived(
              Samples.ALICE,
              "key 12",
              new Command.Apply(List.of(new Document.OfPolicy(POLICY, Samples.DIGEST)))),
          "owner-declared-policies",
          new OwnerDeclared(
              new OwnerDefinition(
                  new OwnerName("security"),
                  new GroupName("security-people"),
                  List.of(new Right(Right.Kind.POLICY, List.of(), List.of("prod-*"), List.of()))),
              new Origin.Applied(Samples.ALICE, Samples.DIGEST)),
          "command-received-overlay",
          new CommandReceived(
              Samples.ALICE,
              "key 9",
              new Command.Apply(List.of(new Document.OfOverlay(OVERLAY, Samples.DIGEST)))),
          "shipment-made-overlays",
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
                  .from(
                      new Inputs(new Origin.Implied(), "")
                          .with(List.of(new PinnedOverlay(REVISION, List.of(Samples.STAGING)))))),
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
