package dev.slipway.codec;

import static dev.slipway.codec.Samples.ALICE;
import static dev.slipway.codec.Samples.SHOP;
import static dev.slipway.codec.Samples.STAGING;
import static dev.slipway.codec.Samples.VARIABLES;

import dev.slipway.model.GroupName;
import dev.slipway.model.Remark;
import dev.slipway.model.ResourceName;
import dev.slipway.model.ResourceVersion;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.ApplicationGuardrails;
import dev.slipway.model.definition.ChecksPolicy;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.GuardrailPolicy;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.definition.ResourceDefinition;
import dev.slipway.model.definition.ResourcePolicy;
import dev.slipway.model.entry.ApplicationDefined;
import dev.slipway.model.entry.CommandReceived;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.EnvironmentDeclared;
import dev.slipway.model.entry.OwnerAsked;
import dev.slipway.model.entry.ResourceDeclared;
import dev.slipway.model.entry.ResourceTold;
import dev.slipway.model.guardrail.CheckName;
import dev.slipway.model.guardrail.Juncture;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What lies outside and is waited for. */
final class ResourceSamples {

  private static final ResourceName SCHEMA = new ResourceName("orders-schema");
  private static final GroupName OWNER = new GroupName("orders-team");
  private static final ResourceVersion VERSION = new ResourceVersion("1.12");

  private static final ResourceDefinition DEFINITION =
      new ResourceDefinition(SCHEMA, OWNER, Optional.of(new Remark("The schema of orders.")));

  private static final List<ResourcePolicy> NEEDED = List.of(new ResourcePolicy(SCHEMA, VERSION));

  static final List<Entry> ENTRIES =
      List.of(
          new ResourceDeclared(DEFINITION, new Origin.Applied(ALICE, Samples.DIGEST)),
          new ResourceTold(SCHEMA, Optional.of(STAGING), VERSION, ALICE),
          new OwnerAsked(SCHEMA, VERSION, OWNER, Samples.DELIVERY));

  static final Map<String, Entry> BY_NAME =
      Map.of(
          "resource-told-everywhere",
          new ResourceTold(SCHEMA, Optional.empty(), VERSION, ALICE),
          "command-received-tell-resource",
          new CommandReceived(
              ALICE, "key 1", new Command.TellResource(SCHEMA, Optional.of(STAGING), VERSION)),
          "command-received-apply-resource",
          new CommandReceived(
              ALICE,
              "key 2",
              new Command.Apply(List.of(new Document.OfResource(DEFINITION, Samples.DIGEST)))),
          "environment-declared-judging-during",
          environment(
              GuardrailPolicy.NONE
                  .needing(
                      List.of(new ResourcePolicy(SCHEMA, VERSION, Optional.of(Juncture.DURING))))
                  .with(
                      new ChecksPolicy(
                          List.of(new CheckName("ci/build")),
                          List.of(),
                          Duration.ofMinutes(30),
                          Optional.of(Juncture.BEFORE_APPROVAL)))),
          "environment-declared-needing",
          environment(GuardrailPolicy.NONE.needing(NEEDED)),
          "application-defined-needing-resources",
          application());

  private ResourceSamples() {}

  private static Entry environment(GuardrailPolicy policy) {
    return new EnvironmentDeclared(
        new EnvironmentDefinition(
            STAGING,
            VARIABLES,
            false,
            Duration.ofMinutes(5),
            false,
            Optional.empty(),
            Optional.of(policy),
            Optional.empty()),
        new Origin.Implied());
  }

  private static Entry application() {
    return new ApplicationDefined(
        new ApplicationDefinition(
                SHOP,
                Samples.DEFINITION.repository(),
                Samples.DEFINITION.services(),
                List.of(STAGING),
                List.of(),
                Optional.empty())
            .with(
                Optional.of(
                    List.of(new ApplicationGuardrails(STAGING, List.of(), Optional.of(NEEDED))))),
        new Origin.Implied(),
        Optional.empty(),
        "slipway.yaml");
  }
}
