package dev.slipway.engine;

import static dev.slipway.engine.Campaigned.ALL;
import static dev.slipway.engine.Campaigned.PRODUCTION;
import static dev.slipway.engine.Campaigned.STAGING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.fold.RolloutState;
import dev.slipway.model.CampaignId;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Placement;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.command.CampaignWish;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.Portion;
import dev.slipway.model.entry.CampaignEnded;
import dev.slipway.model.entry.CampaignHalted;
import dev.slipway.model.entry.CampaignResumed;
import dev.slipway.model.entry.CampaignStarted;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.entry.ShipmentSuperseded;
import dev.slipway.model.layer.CampaignPace;
import dev.slipway.model.state.Shipment;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Law 61: whatever happens, campaigns keep to their pace, and start nothing that they may not. */
class CampaignPaceTest {

  private static final int STEPS = 60;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 40);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void law_61_never_more_is_under_way_than_may_be_and_nothing_starts_when_halted_or_over(
      long seed) {
    Random random = new Random(seed);
    Campaigned town = new Campaigned();
    town.says(2);
    town.start(pace(random));
    for (int step = 0; step < STEPS; step++) {
      happen(town, random);
      town.given.later(Duration.ofSeconds(random.nextInt(90)));
    }
    judge(town.given.ledger());
  }

  private static void happen(Campaigned town, Random random) {
    List<CampaignId> open =
        town.given.world().campaigns().open().stream().map(one -> one.campaign().id()).toList();
    List<Placement> rolling =
        town.given.world().deliveries().placements().entrySet().stream()
            .filter(at -> at.getValue().active().filter(RolloutState::isWaiting).isEmpty())
            .filter(at -> at.getValue().active().isPresent())
            .map(Map.Entry::getKey)
            .toList();
    switch (random.nextInt(12)) {
      case 0 ->
          town.given.when(
              new Command.Campaigns(
                  new CampaignWish.Start(Campaigned.SIZES, pace(random), List.of())));
      case 1 -> town.says(1 + random.nextInt(4));
      case 2 -> town.deploy(any(ALL, random), random.nextBoolean() ? STAGING : PRODUCTION);
      case 3 -> open.stream().findFirst().ifPresent(town::resume);
      case 4 -> {
        if (random.nextInt(4) == 0) {
          open.stream().findFirst().ifPresent(town::stop);
        }
      }
      case 5 -> {
        if (!rolling.isEmpty()) {
          town.failed(any(rolling, random));
        }
      }
      case 6 ->
          town.given.decide(new Cause.Tick(Campaigned.at(any(ALL, random), STAGING), List.of()));
      default -> {
        if (!rolling.isEmpty()) {
          town.converged(any(rolling, random));
        }
      }
    }
  }

  private static CampaignPace pace(Random random) {
    return new CampaignPace(
        random.nextBoolean()
            ? Optional.of(new Portion.Count(1 + random.nextInt(3)))
            : Optional.empty(),
        random.nextInt(3) == 0
            ? Optional.of(Duration.ofSeconds(1 + random.nextInt(100)))
            : Optional.empty());
  }

  private static <T> T any(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  /** What is known of one campaign from what is written of its shipments. */
  private static final class Seen {
    private final CampaignPace pace;
    private final Map<ShipmentId, Placement> underWay = new HashMap<>();
    private final Set<Placement> through = new HashSet<>();
    private Optional<Instant> last = Optional.empty();
    private boolean still;

    private Seen(CampaignPace pace) {
      this.pace = pace;
    }
  }

  private static void judge(List<Recorded> ledger) {
    Map<CampaignId, Seen> campaigns = new HashMap<>();
    Map<DeliveryId, ShipmentId> carried = new HashMap<>();
    for (Recorded recorded : ledger) {
      switch (recorded.entry()) {
        case CampaignStarted e -> campaigns.put(e.campaign().id(), new Seen(e.campaign().pace()));
        case CampaignHalted e -> seen(campaigns, e.campaign()).still = true;
        case CampaignEnded e -> seen(campaigns, e.campaign()).still = true;
        case CampaignResumed e -> seen(campaigns, e.campaign()).still = false;
        case DeliveryMade e -> carried.put(e.delivery().id(), e.delivery().shipment());
        case ShipmentMade e when e.shipment().madeBy() instanceof Shipment.MadeBy.Campaign by ->
            start(seen(campaigns, by.campaign()), e.shipment(), recorded);
        case RolloutSettled e ->
            campaigns
                .values()
                .forEach(one ->
                    Optional.ofNullable(one.underWay.remove(carried.get(e.delivery())))
                        .ifPresent(one.through::add));
        case ShipmentStopped e ->
            campaigns.values().stream()
                .filter(one -> one.underWay.remove(e.shipment()) != null)
                .forEach(one -> one.still = true);
        case ShipmentSuperseded e ->
            campaigns.values().forEach(one -> one.underWay.remove(e.shipment()));
        case Entry _ -> {}
      }
    }
    assertThat(campaigns).isNotEmpty();
  }

  private static Seen seen(Map<CampaignId, Seen> campaigns, CampaignId id) {
    return Stream.of(id).map(campaigns::get).findFirst().orElseThrow();
  }

  private static void start(Seen campaign, Shipment shipment, Recorded recorded) {
    Placement place = new Placement(shipment.application(), shipment.travel().getFirst());
    campaign.through.remove(place);
    assertThat(campaign.still).as("started while it was halted or over: %s", recorded).isFalse();
    assertThat(campaign.underWay.size())
        .as("under way at %s", recorded)
        .isLessThan(
            campaign
                .pace
                .atOnce()
                .map(portion -> portion.of(Integer.MAX_VALUE))
                .orElseGet(() -> Math.max(1, campaign.through.size())));
    campaign
        .last
        .flatMap(last -> campaign.pace.every().map(last::plus))
        .ifPresent(due -> assertThat(recorded.at()).isAfterOrEqualTo(due));
    campaign.last = Optional.of(recorded.at());
    campaign.underWay.put(shipment.id(), place);
  }
}
