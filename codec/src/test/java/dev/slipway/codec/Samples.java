package dev.slipway.codec;

import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Digest;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Fence;
import dev.slipway.model.Organisation;
import dev.slipway.model.Placement;
import dev.slipway.model.Position;
import dev.slipway.model.PublicKey;
import dev.slipway.model.Reason;
import dev.slipway.model.RefName;
import dev.slipway.model.Remark;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.ServiceName;
import dev.slipway.model.Sha;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.Slot;
import dev.slipway.model.SourceName;
import dev.slipway.model.StreamKey;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import dev.slipway.model.TriggerName;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.ApprovalPolicy;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.GuardrailPolicy;
import dev.slipway.model.definition.HealthCheck;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.definition.ServiceDefinition;
import dev.slipway.model.definition.TargetDefinition;
import dev.slipway.model.definition.Template;
import dev.slipway.model.definition.Timeouts;
import dev.slipway.model.definition.TriggerDefinition;
import dev.slipway.model.definition.Workload;
import dev.slipway.model.entry.ActorRefused;
import dev.slipway.model.entry.AgentEnrolled;
import dev.slipway.model.entry.ApplicationDefined;
import dev.slipway.model.entry.ApplicationRemoved;
import dev.slipway.model.entry.ApprovalGiven;
import dev.slipway.model.entry.CauseSettled;
import dev.slipway.model.entry.CommandReceived;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.DeliveryRejected;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.EnvironmentDeclared;
import dev.slipway.model.entry.EventReceived;
import dev.slipway.model.entry.FormatRaised;
import dev.slipway.model.entry.GenerationRaised;
import dev.slipway.model.entry.GuardrailJudged;
import dev.slipway.model.entry.HeadGone;
import dev.slipway.model.entry.HeadMoved;
import dev.slipway.model.entry.HoldFixed;
import dev.slipway.model.entry.HoldLifted;
import dev.slipway.model.entry.InputsHeld;
import dev.slipway.model.entry.KeyCertified;
import dev.slipway.model.entry.LockReleased;
import dev.slipway.model.entry.LockSet;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.OutcomeDecided;
import dev.slipway.model.entry.PlacementPaused;
import dev.slipway.model.entry.PlacementResumed;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ReportReceived;
import dev.slipway.model.entry.RolloutCancelled;
import dev.slipway.model.entry.RolloutCancelling;
import dev.slipway.model.entry.RolloutFailed;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.RolloutStuck;
import dev.slipway.model.entry.RolloutWaiting;
import dev.slipway.model.entry.ShipmentHeld;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.ShipmentQueued;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.entry.ShipmentSuperseded;
import dev.slipway.model.entry.TargetDeclared;
import dev.slipway.model.entry.TokenIssued;
import dev.slipway.model.entry.TokenRevoked;
import dev.slipway.model.entry.TriggerEvaluated;
import dev.slipway.model.event.Event;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.guardrail.GuardrailVerdict;
import dev.slipway.model.guardrail.Lock;
import dev.slipway.model.guardrail.LockId;
import dev.slipway.model.guardrail.LockReason;
import dev.slipway.model.guardrail.PolicyRevision;
import dev.slipway.model.guardrail.RejectionReason;
import dev.slipway.model.observation.Health;
import dev.slipway.model.observation.ObservedInstance;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.observation.Report;
import dev.slipway.model.order.Order;
import dev.slipway.model.order.OrderBody;
import dev.slipway.model.state.Artifact;
import dev.slipway.model.state.Change;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.DesiredRelease;
import dev.slipway.model.state.DesiredService;
import dev.slipway.model.state.DesiredState;
import dev.slipway.model.state.Hold;
import dev.slipway.model.state.Release;
import dev.slipway.model.state.Shipment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One value of every form that is written down; what golden files pin. */
final class Samples {

  static final Instant NOON = Instant.parse("2026-11-21T12:00:00.125Z");
  static final Organisation MAIN = Organisation.MAIN;
  static final ActorId ALICE = new ActorId("alice-7f");
  static final ApplicationName SHOP = new ApplicationName("shop");
  static final EnvironmentName STAGING = new EnvironmentName("staging");
  static final Placement PLACE = new Placement(SHOP, STAGING);
  static final TargetId TARGET = new TargetId(STAGING, new TargetName("local"));
  static final Slot SLOT = new Slot(TARGET, SHOP);
  static final DeliveryId DELIVERY = new DeliveryId(PLACE, 3);
  static final RepositoryUrl REPOSITORY = new RepositoryUrl("https://git.example/shop.git");
  static final RefName BRANCH = RefName.ofBranch("main");
  static final Sha SHA = new Sha("0123456789abcdef0123456789abcdef01234567");
  static final Digest DIGEST = Digest.ofHex("ab".repeat(32));
  static final PublicKey KEY = new PublicKey("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=");
  static final Reason REASON = new Reason("for-a-test", "Because \"it\" is so: é € 😀.\n");
  static final ShipmentId SHIPMENT = new ShipmentId("s-0011223344556677");
  static final TriggerName TRIGGER = new TriggerName("on-main");
  static final ServiceName WEB = new ServiceName("web");
  static final Artifact ARCHIVE = new Artifact.CommitArchive(REPOSITORY, SHA, DIGEST);
  static final Change CHANGE = new Change(SHA, Optional.of(BRANCH), ARCHIVE);
  static final Workload RUN =
      new Workload.Run(
          List.of(new Template("./bin/web"), new Template("--port"), new Template("${port}")));
  static final HealthCheck HEALTH = new HealthCheck("/healthz", Duration.ofSeconds(30));
  static final SortedMap<String, String> VARIABLES =
      new TreeMap<>(Map.of("B", "two words", "A", "1"));
  static final ApplicationDefinition DEFINITION =
      new ApplicationDefinition(
          SHOP,
          Optional.of(REPOSITORY),
          List.of(
              new ServiceDefinition(WEB, RUN, Optional.of(HEALTH), VARIABLES, Timeouts.STANDARD),
              new ServiceDefinition(
                  new ServiceName("migrate"),
                  new Workload.Command(List.of(new Template("./migrate")), true),
                  Optional.empty(),
                  new TreeMap<>(),
                  Timeouts.STANDARD)),
          List.of(STAGING, new EnvironmentName("production")),
          List.of(
              new TriggerDefinition(
                  TRIGGER, new TriggerDefinition.On.Push(List.of("main")), List.of(STAGING)),
              new TriggerDefinition(
                  new TriggerName("tags"), new TriggerDefinition.On.Tag(List.of("v*")), List.of()),
              new TriggerDefinition(
                  new TriggerName("built"),
                  new TriggerDefinition.On.Announcement(List.of("dev.cdevents.artifact")),
                  List.of())),
          Optional.empty());
  static final EnvironmentDefinition ENVIRONMENT = staging(true, Optional.empty());
  private static final ApprovalPolicy BY_TWO =
      new ApprovalPolicy(2, Role.APPROVER, false, Duration.ofHours(24));
  static final EnvironmentDefinition GUARDED =
      staging(false, Optional.of(GuardrailPolicy.NONE.with(List.of(BY_TWO))));
  static final TargetDefinition LOCAL = new TargetDefinition(TARGET, VARIABLES, true);
  static final DesiredState STATE =
      new DesiredState(
          List.of(
              new DesiredService(
                  WEB,
                  List.of(
                      new DesiredRelease(
                          new Release(
                              WEB, ARCHIVE, RUN, Optional.of(HEALTH), VARIABLES, Timeouts.STANDARD),
                          100,
                          1,
                          DesiredRelease.Part.ACTIVE)))));
  static final ObservedInstance INSTANCE =
      new ObservedInstance(
          WEB, "web-1", DIGEST, Health.HEALTHY, new TreeMap<>(Map.of("pid", "4711")));
  static final Fence FENCE = new Fence(1, new Position(42));
  static final Report ENDED =
      new Report.Ended(SLOT, FENCE, new Outcome.Converged(List.of(INSTANCE)));
  static final Order ORDER =
      new Order(
          FENCE, new OrderBody(MAIN, SLOT, 3, DIGEST, 1, 1, new OrderBody.Wanted.Present(STATE)));

  static final List<Entry> ENTRIES =
      List.of(
          new GenerationRaised(1),
          new FormatRaised(1),
          new KeyCertified(KeyIds.of(KEY), KEY, KeyCertified.Purpose.CHECKPOINTS),
          new TokenIssued(ALICE, Role.DEPLOYER, new Scope.OfPlacement(PLACE)),
          new TokenRevoked(ALICE),
          new ActorRefused(ALICE, "deploy", REASON),
          new EnvironmentDeclared(ENVIRONMENT, new Origin.Implied()),
          new TargetDeclared(LOCAL, new Origin.Applied(ALICE, DIGEST)),
          new AgentEnrolled(ALICE, TARGET, KEY),
          new ApplicationDefined(
              DEFINITION, new Origin.Commit(SHA), Optional.of(BRANCH), "slipway.yaml"),
          new ApplicationRemoved(SHOP),
          new EventReceived(
              new SourceName("github"), DIGEST, new Event.RefsHinted(REPOSITORY, List.of(BRANCH))),
          new CommandReceived(
              ALICE,
              "key 1",
              new Command.Deploy(
                  SHOP, STAGING, Optional.of("main"), true, VARIABLES, Optional.empty())),
          new HeadMoved(REPOSITORY, BRANCH, 7, SHA, NOON),
          new HeadGone(REPOSITORY, BRANCH, 8, NOON),
          new TriggerEvaluated(
              SHOP, TRIGGER, new Position(12), new TriggerEvaluated.Verdict.Matched(REASON)),
          new ShipmentMade(
              new Shipment(
                  SHIPMENT,
                  SHOP,
                  CHANGE,
                  DEFINITION,
                  List.of(STAGING),
                  new Shipment.MadeBy.Trigger(TRIGGER),
                  false,
                  VARIABLES)),
          new ShipmentQueued(PLACE, SHIPMENT),
          new ShipmentSuperseded(PLACE, SHIPMENT, new ShipmentId("s-8899aabbccddeeff")),
          new ShipmentStopped(SHIPMENT, STAGING, REASON),
          new DeliveryMade(new Delivery(DELIVERY, SHIPMENT, CHANGE, Optional.of(2), STATE, DIGEST)),
          new RolloutStarted(DELIVERY, "recreate", 1, List.of(new TargetName("local")), NOON),
          new OrderIssued(DELIVERY, SLOT, 1, 1, DIGEST),
          new ReportReceived(ALICE, ENDED),
          new RolloutWaiting(DELIVERY, REASON),
          new RolloutStuck(DELIVERY, REASON, "slipway settle shop/staging#3 --rerun"),
          new OutcomeDecided(DELIVERY, SLOT, Command.Settle.Verdict.SUCCEEDED, ALICE),
          new ApprovalGiven(DELIVERY, DIGEST, ALICE, new ActorId("p-1"), false),
          new DeliveryRejected(
              DELIVERY, DIGEST, ALICE, Optional.of(new RejectionReason("Not today"))),
          new LockSet(
              new Lock(
                  new LockId("l-0123456789abcdef"),
                  new Scope.OfEnvironment(STAGING),
                  ALICE,
                  new LockReason("Freeze until Monday"),
                  Lock.Strength.HOLDS,
                  Optional.of(NOON))),
          new LockReleased(
              new LockId("l-0123456789abcdef"), new Scope.OfEnvironment(STAGING), ALICE),
          new GuardrailJudged(
              DELIVERY,
              GuardrailName.LOCK,
              GuardrailVerdict.PENDING,
              REASON,
              Optional.of(new PolicyRevision("l-0123456789abcdef"))),
          NewerSamples.CHECKED,
          CheckSamples.READ,
          ImageSamples.MOVED,
          new RolloutFailed(DELIVERY, REASON),
          new PlacementPaused(PLACE, new Remark("A line, with an é."), ALICE),
          new PlacementResumed(PLACE, ALICE),
          new InputsHeld(
              PLACE, new Hold(SHIPMENT, List.of(SHA), List.of(DIGEST), List.of(DIGEST), true)),
          new HoldFixed(PLACE, SHA, ALICE),
          new HoldLifted(PLACE, SHIPMENT, ALICE),
          new ShipmentHeld(PLACE, SHIPMENT, REASON, "slipway resume shop/staging --fixed-by main"),
          new RolloutCancelling(DELIVERY, ALICE, NOON),
          new RolloutCancelled(DELIVERY, REASON),
          new RolloutSettled(DELIVERY),
          new CauseSettled(new Position(12), new CauseSettled.Settlement.Followed(REASON)));

  private Samples() {}

  static Recorded recorded(Entry entry) {
    return new Recorded(
        new Position(42),
        NOON,
        StreamKey.of(MAIN, PLACE),
        ALICE,
        Optional.of(new Position(41)),
        entry);
  }

  private static EnvironmentDefinition staging(boolean implicit, Optional<GuardrailPolicy> asks) {
    return new EnvironmentDefinition(
        STAGING,
        VARIABLES,
        implicit,
        Duration.ofMinutes(5),
        false,
        Optional.empty(),
        asks,
        Optional.empty());
  }
}
