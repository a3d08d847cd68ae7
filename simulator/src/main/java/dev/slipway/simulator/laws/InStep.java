package dev.slipway.simulator.laws;

import dev.slipway.aggregation.Compilation;
import dev.slipway.aggregation.CompiledService;
import dev.slipway.engine.fold.ApplicationState;
import dev.slipway.engine.fold.World;
import dev.slipway.engine.layer.Overlays;
import dev.slipway.model.CampaignId;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.OverlayName;
import dev.slipway.model.Placement;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.definition.ServiceDefinition;
import dev.slipway.model.entry.CampaignEnded;
import dev.slipway.model.entry.CampaignHalted;
import dev.slipway.model.entry.CampaignResumed;
import dev.slipway.model.entry.CampaignStarted;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.ShipmentJoined;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.entry.ShipmentSuperseded;
import dev.slipway.model.layer.Inputs;
import dev.slipway.model.layer.PinnedOverlay;
import dev.slipway.model.state.Campaign;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.Shipment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Law 61: of a campaign there is never more under way than its pace lets be, and no two start
 * closer than it says; nothing of it starts after it ended or was halted, nor after one of its
 * shipments ended otherwise than settled, until somebody says that it goes on; a place comes only
 * after the places of its application before it, where its overlay is in force; and it brings no
 * other commit than the one that is in force there. It goes by what shipments pin and became, and
 * asks no campaign how far it has come.
 */
final class InStep implements Law {

  private final Map<CampaignId, Progress> campaigns = new HashMap<>();
  private final Map<ShipmentId, Shipment> shipments = new HashMap<>();
  private final Map<DeliveryId, Delivery> deliveries = new HashMap<>();
  private final Map<Placement, DeliveryId> held = new HashMap<>();

  /** What became of the shipments of one campaign. */
  private static final class Progress {
    private final Campaign campaign;
    private final Set<ShipmentId> underWay = new HashSet<>();
    private final Set<Placement> through = new HashSet<>();
    private Optional<Instant> last = Optional.empty();
    private Optional<String> still = Optional.empty();
    private boolean over;

    private Progress(Campaign campaign) {
      this.campaign = campaign;
    }
  }

  @Override
  public String name() {
    return "law-61";
  }

  @Override
  public List<String> after(World world, Recorded recorded) {
    switch (recorded.entry()) {
      case CampaignStarted e -> campaigns.put(e.campaign().id(), new Progress(e.campaign()));
      case CampaignHalted e ->
          of(e.campaign()).ifPresent(one -> one.still = Optional.of("it was halted"));
      case CampaignResumed e -> of(e.campaign()).ifPresent(one -> one.still = Optional.empty());
      case CampaignEnded e -> of(e.campaign()).ifPresent(one -> one.over = true);
      case ShipmentMade e -> {
        List<String> against = made(world, e.shipment(), recorded.at());
        shipments.put(e.shipment().id(), e.shipment());
        return against;
      }
      case DeliveryMade e -> deliveries.put(e.delivery().id(), e.delivery());
      case RolloutSettled e -> settled(e.delivery());
      case ShipmentSuperseded e -> passed(e.shipment());
      case ShipmentJoined e -> passed(e.shipment());
      case ShipmentStopped e ->
          passed(e.shipment())
              .ifPresent(one -> one.still = Optional.of(e.shipment() + " was stopped"));
      case Entry _ -> {}
    }
    return List.of();
  }

  private Optional<Progress> of(CampaignId id) {
    return Optional.ofNullable(campaigns.get(id));
  }

  private Optional<Progress> of(Shipment shipment) {
    return shipment.madeBy() instanceof Shipment.MadeBy.Campaign made
        ? of(made.campaign())
        : Optional.empty();
  }

  private Optional<Progress> passed(ShipmentId id) {
    Optional<Progress> one = Optional.ofNullable(shipments.get(id)).flatMap(this::of);
    one.ifPresent(progress -> progress.underWay.remove(id));
    return one;
  }

  private void settled(DeliveryId id) {
    held.put(id.placement(), id);
    Delivery delivery = Optional.ofNullable(deliveries.get(id)).orElseThrow();
    Optional.ofNullable(shipments.get(delivery.shipment()))
        .flatMap(this::of)
        .filter(progress -> progress.underWay.remove(delivery.shipment()))
        .ifPresent(progress -> progress.through.add(id.placement()));
  }

  private List<String> made(World world, Shipment shipment, Instant at) {
    Optional<Progress> of = of(shipment);
    if (of.isEmpty()) {
      return List.of();
    }
    Progress campaign = of.orElseThrow();
    Placement place = new Placement(shipment.application(), shipment.travel().getFirst());
    List<String> against = new ArrayList<>();
    String name = campaign.campaign.id() + " sent something to " + place;
    if (campaign.over) {
      against.add(name + " after it had ended");
    }
    campaign.still.ifPresent(why -> against.add("%s after %s".formatted(name, why)));
    campaign.through.remove(place);
    if (campaign.underWay.size() >= most(campaign)) {
      against.add("%s while %s were under way".formatted(name, campaign.underWay));
    }
    campaign
        .campaign
        .pace()
        .every()
        .filter(every -> campaign.last.filter(last -> at.isBefore(last.plus(every))).isPresent())
        .ifPresent(every -> against.add("%s within %s of the one before".formatted(name, every)));
    if (!in(place).map(it -> it.change().equals(shipment.change())).orElse(false)) {
      against.add("%s that is not the commit in force there".formatted(name));
    }
    earlier(world, place)
        .filter(before -> differs(world, campaign.campaign.overlay(), before))
        .forEach(before -> against.add("%s before %s was through".formatted(name, before)));
    campaign.underWay.add(shipment.id());
    campaign.last = Optional.of(at);
    return against;
  }

  /** A share is of all that there is at most, for what it is of changes as others deliver. */
  private int most(Progress campaign) {
    return campaign
        .campaign
        .pace()
        .atOnce()
        .map(portion -> Math.max(1, portion.of(Math.max(1, held.size()))))
        .orElseGet(() -> Math.max(1, campaign.through.size()));
  }

  private static Stream<Placement> earlier(World world, Placement place) {
    return world
        .declared()
        .application(place.application())
        .map(ApplicationState::definition)
        .stream()
        .flatMap(definition -> definition.route().stream())
        .takeWhile(stop -> !stop.equals(place.environment()))
        .map(stop -> new Placement(place.application(), stop));
  }

  /** What brought what is in force there; of what was brought back, what brought it first. */
  private Optional<Shipment> in(Placement place) {
    Optional<Delivery> delivery = Optional.ofNullable(held.get(place)).map(deliveries::get);
    while (delivery.flatMap(Delivery::restores).isPresent()) {
      int number = delivery.flatMap(Delivery::restores).orElseThrow();
      delivery = Optional.ofNullable(deliveries.get(new DeliveryId(place, number)));
    }
    return delivery.map(it -> shipments.get(it.shipment()));
  }

  /** Whether an overlay says something there that is not in force. */
  private boolean differs(World world, OverlayName overlay, Placement place) {
    List<PinnedOverlay> now =
        Overlays.pinned(world, place.application(), List.of(place.environment()));
    return in(place)
        .filter(brought -> {
          List<PinnedOverlay> then = brought.inputs().flatMap(Inputs::overlays).orElseGet(List::of);
          return !revision(now, overlay, place.environment())
                  .equals(revision(then, overlay, place.environment()))
              && !services(brought, place, now).equals(services(brought, place, then));
        })
        .isPresent();
  }

  private static Optional<Integer> revision(
      List<PinnedOverlay> pinned, OverlayName name, EnvironmentName environment) {
    return pinned.stream()
        .filter(one -> one.environments().contains(environment))
        .map(PinnedOverlay::revision)
        .filter(one -> one.definition().name().equals(name))
        .map(one -> one.number())
        .findFirst();
  }

  private static List<ServiceDefinition> services(
      Shipment brought, Placement place, List<PinnedOverlay> pinned) {
    return Compilation.of(brought.definition(), place.environment(), pinned).services().stream()
        .map(CompiledService::definition)
        .toList();
  }
}
