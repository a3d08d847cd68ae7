package dev.slipway.views;

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
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.ServiceName;
import dev.slipway.model.Sha;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.Slot;
import dev.slipway.model.SourceName;
import dev.slipway.model.StreamKey;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import dev.slipway.model.TriggerName;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.definition.ServiceDefinition;
import dev.slipway.model.definition.TargetDefinition;
import dev.slipway.model.definition.Template;
import dev.slipway.model.definition.Timeouts;
import dev.slipway.model.definition.TriggerDefinition;
import dev.slipway.model.definition.Workload;
import dev.slipway.model.entry.ApplicationDefined;
import dev.slipway.model.entry.CauseSettled;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.EnvironmentDeclared;
import dev.slipway.model.entry.EventReceived;
import dev.slipway.model.entry.HeadMoved;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ReportReceived;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.ShipmentQueued;
import dev.slipway.model.entry.TargetDeclared;
import dev.slipway.model.entry.TriggerEvaluated;
import dev.slipway.model.event.Event;
import dev.slipway.model.observation.Health;
import dev.slipway.model.observation.ObservedInstance;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.observation.Report;
import dev.slipway.model.state.Artifact;
import dev.slipway.model.state.Change;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.DesiredState;
import dev.slipway.model.state.Shipment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A ledger in a few lines: each step writes what the engine would write. */
public final class Story {

  public static final ApplicationName SHOP = new ApplicationName("shop");
  public static final EnvironmentName STAGING = new EnvironmentName("staging");
  public static final EnvironmentName PRODUCTION = new EnvironmentName("production");
  public static final TargetName LOCAL = new TargetName("local");
  public static final Placement SHOP_STAGING = new Placement(SHOP, STAGING);
  public static final Digest DIGEST = Digest.ofHex("a".repeat(64));
  public static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
  private static final RepositoryUrl REPOSITORY = new RepositoryUrl("https://git.example/shop");
  private static final TriggerName ON_MAIN = new TriggerName("on-main");

  private final Organisation organisation;
  private final List<Recorded> written = new ArrayList<>();
  private long last;

  public Story(Organisation organisation) {
    this(organisation, Position.START);
  }

  /** A story whose first entry follows a position, as another organisation's may. */
  public Story(Organisation organisation, Position after) {
    this.organisation = organisation;
    last = after.value();
  }

  public List<Recorded> written() {
    return List.copyOf(written);
  }

  public Position write(Entry entry) {
    return write(entry, Optional.empty());
  }

  public Position write(Entry entry, Optional<Position> cause) {
    Position position = new Position(++last);
    written.add(
        new Recorded(
            position,
            START.plusMillis(last),
            StreamKey.of(organisation),
            ActorId.SLIPWAY,
            cause,
            entry));
    return position;
  }

  public static ApplicationDefinition shop() {
    return new ApplicationDefinition(
        SHOP,
        Optional.of(REPOSITORY),
        List.of(
            new ServiceDefinition(
                new ServiceName("web"),
                new Workload.Run(List.of(new Template("./web"))),
                Optional.empty(),
                new TreeMap<>(),
                Timeouts.STANDARD)),
        List.of(STAGING, PRODUCTION),
        List.of(
            new TriggerDefinition(
                ON_MAIN, new TriggerDefinition.On.Push(List.of("main")), List.of())),
        Optional.empty());
  }

  /** Application, both environments, and a target in staging. */
  public Story declared() {
    Origin origin = new Origin.Implied();
    write(new ApplicationDefined(shop(), origin, Optional.empty(), "slipway.yaml"));
    for (EnvironmentName environment : List.of(STAGING, PRODUCTION)) {
      write(
          new EnvironmentDeclared(
              new EnvironmentDefinition(
                  environment,
                  new TreeMap<>(),
                  true,
                  Duration.ofMinutes(5),
                  false,
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty()),
              origin));
    }
    write(
        new TargetDeclared(
            new TargetDefinition(new TargetId(STAGING, LOCAL), new TreeMap<>(), true), origin));
    return this;
  }

  public static Shipment shipment(int n) {
    return new Shipment(
        new ShipmentId("s-" + n),
        SHOP,
        change(n),
        shop(),
        List.of(STAGING, PRODUCTION),
        new Shipment.MadeBy.Trigger(ON_MAIN),
        false,
        new TreeMap<>());
  }

  private static Change change(int n) {
    Sha sha = new Sha("%040x".formatted(n));
    return new Change(
        sha,
        Optional.of(RefName.ofBranch("main")),
        new Artifact.CommitArchive(REPOSITORY, sha, DIGEST));
  }

  /** A push is received, matches, and its shipment is queued at staging. */
  public Position pushed(int n) {
    Position event =
        write(
            new EventReceived(
                new SourceName("shop"),
                DIGEST,
                new Event.RefsHinted(REPOSITORY, List.of(RefName.ofBranch("main")))));
    Position evaluated =
        write(
            new TriggerEvaluated(
                SHOP,
                ON_MAIN,
                event,
                new TriggerEvaluated.Verdict.Matched(new Reason("matched", "It is main."))),
            Optional.of(event));
    Position made = write(new ShipmentMade(shipment(n)), Optional.of(evaluated));
    write(new ShipmentQueued(SHOP_STAGING, shipment(n).id()), Optional.of(made));
    write(
        new CauseSettled(
            event, new CauseSettled.Settlement.Followed(new Reason("followed", "A shipment."))),
        Optional.of(event));
    return event;
  }

  /** A push to a branch is received, and neither of two triggers is for it. */
  public Position skipped(int n, String branch) {
    RefName ref = RefName.ofBranch(branch);
    Position event =
        write(
            new EventReceived(
                new SourceName("shop"), DIGEST, new Event.RefsHinted(REPOSITORY, List.of(ref))));
    write(new HeadMoved(REPOSITORY, ref, 1, change(n).sha(), START), Optional.of(event));
    for (String sentence : List.of("It is not main.", "It is no tag.")) {
      write(
          new TriggerEvaluated(
              SHOP,
              ON_MAIN,
              event,
              new TriggerEvaluated.Verdict.Skipped(new Reason("skipped", sentence))),
          Optional.of(event));
    }
    return event;
  }

  public static DeliveryId delivery(int number) {
    return new DeliveryId(SHOP_STAGING, number);
  }

  /** A shipment becomes a delivery. */
  public Delivery made(int n, int number) {
    Delivery delivery =
        new Delivery(
            delivery(number),
            shipment(n).id(),
            change(n),
            Optional.empty(),
            new DesiredState(List.of()),
            DIGEST);
    write(new DeliveryMade(delivery));
    return delivery;
  }

  /** A shipment becomes a delivery, whose only member is ordered to have it. */
  public Position ordered(int n, int number) {
    Delivery delivery = made(n, number);
    write(
        new RolloutStarted(
            delivery.id(), "recreate", 1, List.of(LOCAL), START.plus(Duration.ofHours(1))));
    return write(new OrderIssued(delivery.id(), slot(), 1, 1, DIGEST));
  }

  private static Slot slot() {
    return new Slot(new TargetId(STAGING, LOCAL), SHOP);
  }

  /** The member says that it has what it was ordered. */
  public Story converged(Position order) {
    write(
        new ReportReceived(
            new ActorId("agent-1"),
            new Report.Ended(
                slot(),
                new Fence(1, order),
                new Outcome.Converged(List.of(instance(Health.HEALTHY))))));
    return this;
  }

  /** The member says that its process died. */
  public Story died(Position order) {
    write(
        new ReportReceived(
            new ActorId("agent-1"),
            new Report.Observed(
                slot(),
                new Fence(1, order),
                List.of(instance(Health.GONE)),
                true,
                new Reason("process-gone", "It died."))));
    return this;
  }

  private static ObservedInstance instance(Health health) {
    return new ObservedInstance(new ServiceName("web"), "web-1", DIGEST, health, new TreeMap<>());
  }

  public static PublicKey key() {
    return new PublicKey("A".repeat(43) + "=");
  }
}
