package dev.slipway.codec;

import static dev.slipway.codec.Samples.ALICE;

import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Position;
import dev.slipway.model.TargetName;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.EnvironmentGroupDefinition;
import dev.slipway.model.definition.LabelledTarget;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.definition.Stretch;
import dev.slipway.model.entry.ApplicationDefined;
import dev.slipway.model.entry.CommandReceived;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.EnvironmentDeclared;
import dev.slipway.model.entry.EnvironmentGroupDeclared;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.state.Shipment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What came with groups of environments. */
final class EnvironmentGroupSamples {

  private static final EnvironmentName EDGE = new EnvironmentName("edge");
  private static final EnvironmentName EDGE_1 = new EnvironmentName("edge-eu-1");

  private static final EnvironmentGroupDefinition GROUP =
      new EnvironmentGroupDefinition(
          EDGE, new TreeMap<>(Map.of("tier", "edge")), true, Samples.GUARDED);

  private static final ApplicationDefinition ALONG =
      Samples.DEFINITION.travelling(
          List.of(Stretch.of(Samples.STAGING), new Stretch(EDGE, List.of(EDGE_1))));

  static final List<Entry> ENTRIES =
      List.of(
          new EnvironmentGroupDeclared(
              GROUP, List.of(EDGE_1), new Origin.Applied(ALICE, Samples.DIGEST)));

  static final Map<String, Entry> BY_NAME =
      Map.of(
          "environment-declared-of-group",
          new EnvironmentDeclared(GROUP.made(EDGE_1), new Origin.Applied(ALICE, Samples.DIGEST)),
          "application-defined-along",
          new ApplicationDefined(ALONG, new Origin.Implied(), Optional.empty(), ""),
          "shipment-made-joining",
          new ShipmentMade(
              new Shipment(
                  Samples.SHIPMENT,
                  Samples.SHOP,
                  Samples.CHANGE,
                  ALONG,
                  List.of(EDGE_1),
                  new Shipment.MadeBy.Joining(Samples.DELIVERY, new Position(41)),
                  false,
                  Samples.VARIABLES)),
          "command-received-environment-group",
          new CommandReceived(
              ALICE,
              "key 6",
              new Command.Apply(
                  List.of(
                      new Document.OfEnvironmentGroup(GROUP, Samples.DIGEST),
                      new Document.OfLabelledTarget(
                          new LabelledTarget(new TargetName("eu-1"), Samples.VARIABLES, true),
                          Samples.DIGEST)))));

  private EnvironmentGroupSamples() {}
}
