package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.digest;
import static dev.slipway.engine.Fixtures.serving;
import static dev.slipway.engine.Fixtures.sha;

import dev.slipway.engine.campaign.Begin;
import dev.slipway.engine.fold.CampaignState;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.CampaignId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.OverlayName;
import dev.slipway.model.OwnerName;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.CampaignWish;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.Portion;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.entry.CampaignStarted;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.layer.CampaignPace;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.Reach;
import dev.slipway.model.layer.Setting;
import dev.slipway.model.layer.SettingName;
import dev.slipway.model.layer.SettingValue;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.observation.Report;
import dev.slipway.model.state.CampaignPlace;
import dev.slipway.model.state.Shipment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Applications a, b, c and d, each with one replica in staging and production, and overlays. */
final class Campaigned {

  static final OverlayName SIZES = new OverlayName("sizes");
  static final EnvironmentName STAGING = Fixtures.environment("staging");
  static final EnvironmentName PRODUCTION = Fixtures.environment("production");
  static final Reason BROKEN = new Reason("broken", "It did not come up.");
  static final List<String> ALL = List.of("a", "b", "c", "d");

  final Given given = new Given();

  Campaigned() {
    given.git.push(MAIN, sha(1), Fixtures.shop(Fixtures.web("bin/web", "1")));
    ALL.forEach(name -> given.when(Fixtures.apply(application(name))));
    given.agents("staging").agents("production");
    for (String name : ALL) {
      deploy(name, STAGING);
      converged(name, STAGING);
      deploy(name, PRODUCTION);
      converged(name, PRODUCTION);
    }
  }

  private static ApplicationDefinition application(String name) {
    return new ApplicationDefinition(
        new ApplicationName(name),
        Optional.of(Fixtures.REPOSITORY),
        List.of(
            Fixtures.served(
                    Fixtures.web("bin/" + name), serving(new StrategyDefinition.Recreate(), 1))
                .saying(List.of())),
        List.of(STAGING, PRODUCTION),
        List.of(),
        Optional.empty());
  }

  Then deploy(String name, EnvironmentName to) {
    return given.when(
        new Command.Deploy(
            new ApplicationName(name),
            to,
            Optional.of("main"),
            false,
            new TreeMap<>(),
            Optional.of(to).filter(_ -> isProtected(to))));
  }

  private boolean isProtected(EnvironmentName environment) {
    return given
        .world()
        .declared()
        .environment(environment)
        .flatMap(state -> state.definition().protection())
        .isPresent();
  }

  static Command saying(OverlayName name, int replicas, Optional<CampaignPace> pace) {
    OverlayDefinition overlay =
        new OverlayDefinition(
            name,
            new OwnerName("platform"),
            new Reach(List.of(), List.of(), List.of(), new TreeMap<>()),
            List.of(),
            List.of(new Setting(SettingName.REPLICAS, new SettingValue.Amount(replicas), 4)),
            List.of(),
            pace);
    return new Command.Apply(List.of(new Document.OfOverlay(overlay, digest(overlay.toString()))));
  }

  /** The overlay says it, and nothing is sent. */
  Then says(int replicas) {
    return given.when(saying(SIZES, replicas, Optional.empty()));
  }

  Then start(CampaignPace pace, EnvironmentName... confirmed) {
    return given.when(
        new Command.Campaigns(new CampaignWish.Start(SIZES, pace, List.of(confirmed))));
  }

  /** Started, as fast as nobody says. */
  CampaignId started(CampaignPace pace) {
    return start(pace).one(CampaignStarted.class).campaign().id();
  }

  Then stop(CampaignId id) {
    return given.when(new Command.Campaigns(new CampaignWish.Stop(id, Optional.empty())));
  }

  Then resume(CampaignId id, EnvironmentName... confirmed) {
    return given.when(new Command.Campaigns(new CampaignWish.Resume(id, List.of(confirmed))));
  }

  static CampaignPace atOnce(int percent) {
    return new CampaignPace(Optional.of(new Portion.Percent(percent)), Optional.empty());
  }

  static CampaignPace every(Duration time) {
    return new CampaignPace(Optional.of(new Portion.Percent(100)), Optional.of(time));
  }

  CampaignState state(CampaignId id) {
    return given.world().campaigns().of(id).orElseThrow();
  }

  List<CampaignPlace> places(CampaignId id) {
    return Begin.places(given.world(), state(id), given.now());
  }

  CampaignPlace place(CampaignId id, String name, EnvironmentName environment) {
    return places(id).stream()
        .filter(place -> place.at().equals(at(name, environment)))
        .findFirst()
        .orElseThrow();
  }

  static Placement at(String name, EnvironmentName environment) {
    return new Placement(new ApplicationName(name), environment);
  }

  PlacementState placement(String name, EnvironmentName environment) {
    return given.world().deliveries().placement(at(name, environment));
  }

  int replicas(String name, EnvironmentName environment) {
    return placement(name, environment)
        .inForce()
        .orElseThrow()
        .delivery()
        .state()
        .services()
        .getFirst()
        .releases()
        .getFirst()
        .replicas();
  }

  static Slot slot(Placement at) {
    return new Slot(
        new TargetId(at.environment(), Fixtures.target("any", "local").target()), at.application());
  }

  Then converged(String name, EnvironmentName environment) {
    return converged(at(name, environment));
  }

  Then converged(Placement at) {
    return ended(at, Converging.asOrdered(given.world(), slot(at)));
  }

  Then failed(String name, EnvironmentName environment) {
    return failed(at(name, environment));
  }

  Then failed(Placement at) {
    return ended(at, new Outcome.Failed(BROKEN));
  }

  private Then ended(Placement at, Outcome outcome) {
    return given.whenReported(new Report.Ended(slot(at), given.fence(slot(at)), outcome));
  }

  /** Where a campaign sent something, in the order in which it did. */
  static List<String> sent(Then then) {
    return sent(then.all(ShipmentMade.class).stream());
  }

  List<String> sent() {
    return sent(entries(ShipmentMade.class));
  }

  <E extends Entry> Stream<E> entries(Class<E> kind) {
    return given.ledger().stream().map(Recorded::entry).filter(kind::isInstance).map(kind::cast);
  }

  private static List<String> sent(Stream<ShipmentMade> all) {
    return all.map(ShipmentMade::shipment)
        .filter(shipment -> shipment.madeBy() instanceof Shipment.MadeBy.Campaign)
        .map(shipment -> shipment.application() + "/" + shipment.travel().getFirst())
        .toList();
  }
}
