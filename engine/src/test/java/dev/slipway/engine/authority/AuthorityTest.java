package dev.slipway.engine.authority;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.ChecksTest;
import dev.slipway.engine.ExternalTest;
import dev.slipway.engine.Fixtures;
import dev.slipway.engine.Given;
import dev.slipway.engine.fold.World;
import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.GroupName;
import dev.slipway.model.NotificationName;
import dev.slipway.model.OverlayName;
import dev.slipway.model.PolicyName;
import dev.slipway.model.Remark;
import dev.slipway.model.ResourceName;
import dev.slipway.model.ResourceVersion;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.SecretName;
import dev.slipway.model.SetId;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import dev.slipway.model.command.CampaignWish;
import dev.slipway.model.command.Cargo;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.SecretWish;
import dev.slipway.model.command.Spot;
import dev.slipway.model.command.TrustWish;
import dev.slipway.model.definition.OnFailure;
import dev.slipway.model.guardrail.CheckState;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.guardrail.Lock;
import dev.slipway.model.guardrail.LockId;
import dev.slipway.model.guardrail.LockReason;
import dev.slipway.model.layer.CampaignPace;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every role × every command. */
class AuthorityTest {

  private static final ActorId BOB = new ActorId("bob");

  private static final Map<String, Command> COMMANDS = commands();

  private static Map<String, Command> commands() {
    Map<String, Command> commands = new LinkedHashMap<>();
    commands.put(
        "Deploy",
        new Command.Deploy(
            Fixtures.SHOP,
            Fixtures.environment("staging"),
            Optional.empty(),
            false,
            new TreeMap<>(),
            Optional.empty()));
    commands.put(
        "Settle",
        new Command.Settle(
            new DeliveryId(Given.placement("staging"), 1),
            new TargetName("local"),
            Command.Settle.Verdict.FAILED));
    commands.put("Cancel", new Command.Cancel(new DeliveryId(Given.placement("staging"), 1)));
    ShipmentId shipment = new ShipmentId("s-1");
    commands.put(
        "MoveQueued",
        new Command.MoveQueued(Given.placement("staging"), shipment, new Spot.First()));
    commands.put("RemoveQueued", new Command.RemoveQueued(Given.placement("staging"), shipment));
    commands.put(
        "Continue",
        new Command.Continue(new DeliveryId(Given.placement("staging"), 1), Optional.empty()));
    commands.put(
        "Exclude",
        new Command.Exclude(
            new DeliveryId(Given.placement("staging"), 1), new TargetName("local")));
    commands.put("Pause", new Command.Pause(Given.placement("staging"), new Remark("incident")));
    commands.put("Resume", new Command.Resume(Given.placement("staging"), Optional.empty()));
    commands.put(
        "Rollback",
        new Command.Rollback(
            Given.placement("staging"), Optional.of(1), Optional.empty(), Optional.empty()));
    commands.put("CancelShipment", new Command.CancelShipment(shipment));
    commands.put(
        "AddApplication",
        new Command.AddApplication(Fixtures.REPOSITORY, Optional.empty(), Fixtures.PATH));
    commands.put("Apply", Fixtures.apply(Fixtures.shop()));
    commands.put(
        "RevertOverlay", new Command.RevertOverlay(new OverlayName("limits"), Optional.empty()));
    commands.put(
        "RevertPolicy", new Command.RevertPolicy(new PolicyName("no-debug"), Optional.empty()));
    commands.put(
        "Campaigns",
        new Command.Campaigns(
            new CampaignWish.Start(new OverlayName("limits"), CampaignPace.STANDARD, List.of())));
    commands.put(
        "RemoveNotification", new Command.RemoveNotification(new NotificationName("team")));
    commands.put(
        "StopRemoved", new Command.StopRemoved(Given.placement("staging"), Optional.empty()));
    commands.put("RemoveApplication", new Command.RemoveApplication(Fixtures.SHOP));
    commands.put(
        "EnrolAgent",
        new Command.EnrolAgent(BOB, Fixtures.target("staging", "local"), Fixtures.key()));
    TargetId target = Fixtures.target("staging", "local");
    commands.put("PauseTarget", new Command.PauseTarget(target, new Remark("Disk.")));
    commands.put("ResumeTarget", new Command.ResumeTarget(target));
    commands.put("RemoveTarget", new Command.RemoveTarget(target));
    commands.put("AddMember", new Command.AddMember(new GroupName("security"), BOB));
    commands.put("RemoveMember", new Command.RemoveMember(new GroupName("security"), BOB));
    commands.put("IssueToken", new Command.IssueToken(BOB, Role.VIEWER, new Scope.Everything()));
    commands.put("RevokeToken", new Command.RevokeToken(BOB));
    commands.put(
        "SetLock",
        new Command.SetLock(
            new Scope.OfPlacement(Given.placement("staging")),
            new LockReason("Freeze."),
            Lock.Strength.HOLDS,
            Optional.empty()));
    DeliveryId delivery = new DeliveryId(Given.placement("staging"), 1);
    commands.put(
        "Bypass",
        new Command.Bypass(
            delivery, Fixtures.digest("seen"), GuardrailName.APPROVAL, new Remark("Down.")));
    commands.put("PassLimit", new Command.PassLimit(delivery, Optional.empty()));
    commands.put(
        "Ship",
        new Command.Ship(
            List.of(
                new Cargo(Fixtures.SHOP, Optional.empty()),
                new Cargo(new ApplicationName("mail"), Optional.empty())),
            List.of(Fixtures.environment("staging")),
            OnFailure.HALT,
            List.of()));
    commands.put("CancelSet", new Command.CancelSet(new SetId("set-1")));
    commands.put(
        "RollbackSet",
        new Command.RollbackSet(new SetId("set-1"), Optional.empty(), Optional.empty()));
    commands.put("PassFailure", new Command.PassFailure(delivery, Optional.empty()));
    commands.put("Approve", new Command.Approve(delivery, Fixtures.digest("seen")));
    commands.put("Reject", new Command.Reject(delivery, Fixtures.digest("seen"), Optional.empty()));
    commands.put("ReleaseLock", new Command.ReleaseLock(new LockId("l-0123456789abcdef")));
    commands.put(
        "TellResource",
        new Command.TellResource(
            new ResourceName("orders-schema"), Optional.empty(), new ResourceVersion("2")));
    commands.put(
        "Secrets",
        new Command.Secrets(
            new SecretWish.Remove(
                Fixtures.environment("staging"), new SecretName("db-password"), 1)));
    commands.put("Trusts", new Command.Trusts(new TrustWish.Withdraw(BOB)));
    commands.put("RecordExternal", ExternalTest.record("jenkins", "1", 1));
    commands.put("ReportCheck", ChecksTest.report(1, "ci/build", CheckState.SUCCESS));
    return commands;
  }

  /** Whether it is true of a resource, its owner's people may say with any role. */
  private static final String READS = "TellResource";

  private static final String REPORTS = READS + " ReportCheck";
  private static final String DEPLOYS =
      REPORTS
          + " Deploy Continue Settle Exclude Cancel Pause Resume Rollback CancelShipment SetLock"
          + " ReleaseLock MoveQueued RemoveQueued PassFailure PauseTarget ResumeTarget Ship CancelSet"
          + " RollbackSet RecordExternal";
  private static final String APPROVES = DEPLOYS + " Approve Reject";
  private static final String DECLARES =
      APPROVES
          + " AddApplication Apply RemoveApplication StopRemoved EnrolAgent AddMember RemoveMember"
          + " PassLimit Bypass RemoveTarget Secrets Trusts";
  private static final String ALL =
      DECLARES + " RevertOverlay RevertPolicy Campaigns IssueToken RevokeToken RemoveNotification";

  private static final Map<Role, String> TABLE =
      Map.of(
          Role.VIEWER, READS,
          Role.REPORTER, REPORTS,
          Role.DEPLOYER, DEPLOYS,
          Role.APPROVER, APPROVES,
          Role.OWNER, DECLARES,
          Role.ADMIN, ALL,
          Role.AGENT, "");

  private static World worldWith(Role role, Scope scope) {
    Given given = new Given();
    given.when(new Command.IssueToken(Fixtures.ALICE, role, scope));
    return given.world();
  }

  private static Set<String> allowed(World world, ActorId actor) {
    return COMMANDS.entrySet().stream()
        .filter(c -> Authority.judge(world, actor, c.getValue()) instanceof Judgement.Allowed)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.split(" ")).filter(w -> !w.isEmpty()).collect(Collectors.toSet());
  }

  @Test
  void the_table_names_every_command() {
    assertThat(COMMANDS.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Command.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .toList());
    assertThat(TABLE).containsOnlyKeys(Role.values());
  }

  @Test
  void each_role_may_do_what_the_table_says_and_nothing_else() {
    TABLE.forEach((role, may) ->
        assertThat(allowed(worldWith(role, new Scope.Everything()), Fixtures.ALICE))
            .as(role.name())
            .isEqualTo(words(may)));
  }

  @Test
  void slipway_may_do_all_and_a_stranger_nothing() {
    World world = new Given().world();
    assertThat(allowed(world, ActorId.SLIPWAY)).isEqualTo(words(ALL));
    assertThat(allowed(world, BOB)).isEmpty();
  }

  @Test
  void a_role_reaches_as_far_as_its_scope() {
    Scope shop = new Scope.OfApplication(Fixtures.SHOP);
    assertThat(allowed(worldWith(Role.ADMIN, shop), Fixtures.ALICE))
        .isEqualTo(
            words(
                "TellResource Deploy Continue Settle Exclude Cancel Pause Resume Rollback SetLock"
                    + " Approve Reject"
                    + " AddApplication Apply RemoveApplication StopRemoved ReportCheck RecordExternal MoveQueued"
                    + " RemoveQueued PassFailure"));
    Scope staging = new Scope.OfEnvironment(Fixtures.environment("staging"));
    assertThat(allowed(worldWith(Role.OWNER, staging), Fixtures.ALICE))
        .isEqualTo(
            words(
                "TellResource Deploy Continue Settle Exclude Cancel Pause Resume Rollback SetLock"
                    + " Approve Reject"
                    + " RecordExternal StopRemoved EnrolAgent MoveQueued RemoveQueued PassLimit Bypass PassFailure"
                    + " PauseTarget ResumeTarget RemoveTarget Ship Secrets"));
    Scope moon = new Scope.OfEnvironment(Fixtures.environment("moon"));
    assertThat(allowed(worldWith(Role.OWNER, moon), Fixtures.ALICE)).isEqualTo(words(READS));
  }

  @Test
  void reading_takes_a_role_in_scope_and_an_agent_reads_nothing() {
    Scope shop = new Scope.OfApplication(Fixtures.SHOP);
    World viewer = worldWith(Role.VIEWER, shop);
    assertThat(Authority.mayRead(viewer, Fixtures.ALICE, shop))
        .isInstanceOf(Judgement.Allowed.class);
    assertThat(
            Authority.mayRead(
                viewer, Fixtures.ALICE, new Scope.OfPlacement(Given.placement("staging"))))
        .isInstanceOf(Judgement.Allowed.class);
    assertThat(Authority.mayRead(viewer, Fixtures.ALICE, new Scope.Everything()))
        .isInstanceOf(Judgement.Refused.class);
    assertThat(Authority.mayRead(worldWith(Role.AGENT, shop), Fixtures.ALICE, shop))
        .isInstanceOf(Judgement.Refused.class);
  }

  @Test
  void replaying_takes_a_deployer_of_whatever_scope() {
    Scope shop = new Scope.OfApplication(Fixtures.SHOP);
    assertThat(Authority.mayReplay(worldWith(Role.DEPLOYER, shop), Fixtures.ALICE))
        .isInstanceOf(Judgement.Allowed.class);
    assertThat(Authority.mayReplay(worldWith(Role.REPORTER, shop), Fixtures.ALICE))
        .isInstanceOf(Judgement.Refused.class);
    assertThat(Authority.mayReplay(worldWith(Role.AGENT, shop), Fixtures.ALICE))
        .isInstanceOf(Judgement.Refused.class);
    assertThat(Authority.mayReplay(worldWith(Role.OWNER, shop), new ActorId("stranger")))
        .isInstanceOf(Judgement.Refused.class);
  }
}
