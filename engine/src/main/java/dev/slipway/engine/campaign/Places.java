package dev.slipway.engine.campaign;

import dev.slipway.aggregation.Wording;
import dev.slipway.engine.authority.Confirmation;
import dev.slipway.engine.fold.ApplicationState;
import dev.slipway.engine.fold.CampaignState;
import dev.slipway.engine.fold.EnvironmentState;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.World;
import dev.slipway.engine.layer.Overlays;
import dev.slipway.engine.queue.Train;
import dev.slipway.engine.why.Provenance;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.OverlayName;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.guardrail.Lock;
import dev.slipway.model.layer.PinnedOverlay;
import dev.slipway.model.state.CampaignPlace;
import dev.slipway.model.state.CampaignPlace.Stage;
import dev.slipway.model.state.Shipment;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a campaign still has to go, as things are: wherever its overlay is in force in another
 * revision than now, or is and should not be, or should and is not, and other values are in force
 * than are said now. Where such values are on their way it waits until they have come or ended, for
 * it would have to go there after them. What to compare takes work, so it is compared as far as
 * somebody asks. Lives for one look; not thread-safe.
 */
final class Places {

  private final World world;
  private final Instant now;
  private final CampaignState campaign;
  private final List<Placement> candidates;
  private final Map<Placement, Optional<Resending>> compared = new HashMap<>();
  private final Map<Placement, Boolean> expected = new HashMap<>();

  Places(World world, Instant now, CampaignState campaign) {
    this.world = world;
    this.now = now;
    this.campaign = campaign;
    OverlayName overlay = campaign.campaign().overlay();
    candidates =
        world.deliveries().placements().keySet().stream()
            .filter(at -> differs(overlay, at))
            .sorted(Comparator.comparingInt(this::position).thenComparing(at -> at))
            .toList();
  }

  /**
   * Whether an overlay is in force at a placement, or comes, in another revision than it should.
   */
  private boolean differs(OverlayName overlay, Placement at) {
    Optional<Integer> now =
        revision(Overlays.pinned(world, at.application(), List.of(at.environment())), overlay);
    return Stream.concat(Provenance.brought(world, at).stream(), coming(at))
        .anyMatch(shipment -> !revision(Resending.pinned(shipment, at), overlay).equals(now));
  }

  /** What is on its way to a placement or waits there, but for what is held or is for later. */
  private Stream<Shipment> coming(Placement at) {
    PlacementState state = world.deliveries().placement(at);
    return Stream.concat(
            state.active().map(rollout -> rollout.delivery().shipment()).stream(),
            state.queue().stream()
                .filter(queued -> queued.held().isEmpty())
                .map(PlacementState.Queued::shipment))
        .flatMap(id -> world.deliveries().shipments().bringing(id).stream())
        .filter(shipment -> shipment.notBefore().filter(now::isBefore).isEmpty());
  }

  private static Optional<Integer> revision(List<PinnedOverlay> pinned, OverlayName overlay) {
    return pinned.stream()
        .map(PinnedOverlay::revision)
        .filter(revision -> revision.definition().name().equals(overlay))
        .map(revision -> revision.number())
        .findFirst();
  }

  private int position(Placement at) {
    return route(at.application()).indexOf(at.environment());
  }

  private List<EnvironmentName> route(ApplicationName application) {
    return world
        .declared()
        .application(application)
        .map(ApplicationState::definition)
        .map(definition -> definition.route())
        .orElseGet(List::of);
  }

  /** What is to go there; empty where its values are in force. */
  Optional<Resending> resending(Placement at) {
    return candidates.contains(at)
        ? compared.computeIfAbsent(at, place -> Resending.of(world, place))
        : Optional.empty();
  }

  private boolean isAffected(Placement at) {
    return resending(at).isPresent() || isExpected(at);
  }

  /** Whether other values than are said now are on their way there. */
  private boolean isExpected(Placement at) {
    return candidates.contains(at)
        && expected.computeIfAbsent(
            at,
            place ->
                coming(place)
                    .anyMatch(shipment -> Resending.of(world, place, shipment).isPresent()));
  }

  /** Whether it still has to go anywhere. */
  boolean areLeft() {
    return candidates.stream().anyMatch(this::isAffected);
  }

  /** All places where it still has to go, and those where it came through. */
  int total() {
    Set<Placement> all = new HashSet<>(campaign.legs().keySet());
    candidates.stream().filter(this::isAffected).forEach(all::add);
    return all.size();
  }

  /** The first place that nothing keeps but the pace. */
  Optional<Placement> next() {
    return candidates.stream()
        .filter(at -> !isUnderWay(at) && kept(at).isEmpty())
        .filter(at -> isAffected(at) && conflict(at).isEmpty() && behind(at).isEmpty())
        .findFirst();
  }

  /** When a lock ends first that keeps it from a place, and where that is. */
  Optional<Map.Entry<Placement, Instant>> unlocked() {
    return candidates.stream()
        .flatMap(
            at -> locks(at).flatMap(lock -> lock.until().stream()).map(end -> Map.entry(at, end)))
        .min(Map.Entry.comparingByValue());
  }

  /** Every place, in the order in which they come. */
  List<CampaignPlace> all() {
    Stream<CampaignPlace> through =
        campaign.legs().entrySet().stream()
            .filter(leg -> leg.getValue().isThrough() && !isAffected(leg.getKey()))
            .map(leg -> place(leg.getKey(), Stage.THROUGH, Optional.empty()));
    return Stream.concat(through, candidates.stream().filter(this::isAffected).map(this::place))
        .sorted(
            Comparator.comparingInt((CampaignPlace place) -> position(place.at()))
                .thenComparing(CampaignPlace::at))
        .toList();
  }

  private CampaignPlace place(Placement at) {
    if (isUnderWay(at)) {
      return place(at, Stage.UNDER_WAY, Optional.empty());
    }
    Optional<Reason> behind = behind(at);
    if (behind.isPresent()) {
      return place(at, Stage.BEHIND, behind);
    }
    Optional<Reason> kept = kept(at).or(() -> conflict(at));
    return place(at, kept.isPresent() ? Stage.WAITING : Stage.NEXT, kept);
  }

  private CampaignPlace place(Placement at, Stage stage, Optional<Reason> because) {
    return new CampaignPlace(
        at,
        stage,
        Optional.ofNullable(campaign.legs().get(at)).map(CampaignState.Leg::shipment),
        because);
  }

  private boolean isUnderWay(Placement at) {
    return Optional.ofNullable(campaign.legs().get(at)).filter(leg -> !leg.isThrough()).isPresent();
  }

  /** Why it does not go on to a place before others of its application's route. */
  private Optional<Reason> behind(Placement at) {
    return earlier(at)
        .filter(this::isAffected)
        .findFirst()
        .map(before ->
            new Reason(
                "earlier-first",
                "It goes to %s first, and that is not through.".formatted(before)));
  }

  /** The places before one on its application's route. */
  Stream<Placement> earlier(Placement at) {
    return route(at.application()).stream()
        .takeWhile(stop -> !stop.equals(at.environment()))
        .map(stop -> new Placement(at.application(), stop));
  }

  /** What at the place itself keeps it, as far as nothing has to be compared. */
  private Optional<Reason> kept(Placement at) {
    PlacementState state = world.deliveries().placement(at);
    if (state.active().isPresent() || !state.queue().isEmpty()) {
      return Optional.of(
          new Reason("busy", "Something is on its way to %s or waits there.".formatted(at)));
    }
    if (state.controls().pause().isPresent()) {
      return Optional.of(new Reason("paused", "%s is paused.".formatted(at)));
    }
    return unconfirmed(at)
        .or(() -> locked(at))
        .or(() -> Train.breakdown(world, at).map(Train::reason));
  }

  private Optional<Reason> unconfirmed(Placement at) {
    return world
        .declared()
        .environment(at.environment())
        .map(EnvironmentState::definition)
        .filter(Confirmation::isProtected)
        .map(definition -> definition.name())
        .filter(environment -> !campaign.confirmed().containsKey(environment))
        .map(environment ->
            new Reason(
                "confirmation-missing",
                "%1$s is protected: somebody has to name it. Say: slipway campaign resume %2$s --confirm %1$s"
                    .formatted(environment, campaign.campaign().id())));
  }

  private Optional<Reason> locked(Placement at) {
    return locks(at)
        .findFirst()
        .map(lock ->
            new Reason("locked", "%s is locked (%s): %s".formatted(at, lock.id(), lock.reason())));
  }

  private Stream<Lock> locks(Placement at) {
    return world.locksOn(at, now).stream().filter(lock -> lock.strength().holdsDeliveries());
  }

  /** Why what is said now cannot be followed with the commit that is in force there. */
  private Optional<Reason> conflict(Placement at) {
    return resending(at).stream()
        .flatMap(again -> again.compiled().conflicts().stream())
        .findFirst()
        .map(conflict -> Wording.of(at, conflict));
  }
}
