package dev.slipway.codec;

import static dev.slipway.codec.Samples.ALICE;
import static dev.slipway.codec.Samples.SHOP;
import static dev.slipway.codec.Samples.STAGING;
import static dev.slipway.codec.Samples.VARIABLES;

import dev.slipway.model.ActorId;
import dev.slipway.model.GroupName;
import dev.slipway.model.Role;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.ApplicationGuardrails;
import dev.slipway.model.definition.ApprovalPolicy;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.GuardrailPolicy;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.entry.ApplicationDefined;
import dev.slipway.model.entry.CommandReceived;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.EnvironmentDeclared;
import dev.slipway.model.entry.MemberAdded;
import dev.slipway.model.entry.MemberRemoved;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Groups of people, and rules that ask them. */
final class GroupSamples {

  private static final GroupName SECURITY = new GroupName("security");
  private static final ActorId PERSON = new ActorId("p-4711");

  static final List<Entry> ENTRIES =
      List.of(new MemberAdded(SECURITY, PERSON, ALICE), new MemberRemoved(SECURITY, PERSON, ALICE));

  private static final List<ApprovalPolicy> RULES =
      List.of(
          new ApprovalPolicy(
              2,
              Role.APPROVER,
              false,
              Duration.ofHours(24),
              Optional.of(List.of(SECURITY, new GroupName("release-board")))),
          new ApprovalPolicy(1, Role.OWNER, true, Duration.ofHours(8)));

  static final Map<String, Entry> BY_NAME =
      Map.of(
          "environment-declared-by-groups",
          environment(),
          "application-defined-guarded",
          application(),
          "command-received-add-member",
          new CommandReceived(ALICE, "key 1", new Command.AddMember(SECURITY, PERSON)),
          "command-received-remove-member",
          new CommandReceived(ALICE, "key 2", new Command.RemoveMember(SECURITY, PERSON)));

  private GroupSamples() {}

  private static Entry environment() {
    return new EnvironmentDeclared(
        new EnvironmentDefinition(
            STAGING,
            VARIABLES,
            false,
            Duration.ofMinutes(5),
            false,
            Optional.empty(),
            Optional.of(GuardrailPolicy.NONE.with(RULES)),
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
            .with(Optional.of(List.of(new ApplicationGuardrails(STAGING, RULES)))),
        new Origin.Implied(),
        Optional.empty(),
        "slipway.yaml");
  }
}
