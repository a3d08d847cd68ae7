package dev.slipway.simulator.people;

import dev.slipway.engine.fold.CampaignState;
import dev.slipway.engine.fold.World;
import dev.slipway.model.CampaignId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.OverlayName;
import dev.slipway.model.command.CampaignWish;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.Portion;
import dev.slipway.model.layer.CampaignPace;
import dev.slipway.simulator.Happening;
import dev.slipway.simulator.Kernel;
import dev.slipway.simulator.Town;
import dev.slipway.simulator.Townsfolk;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Those who send what others say to all that it concerns, stop that, and let it go on. */
public final class Campaigners implements Townsfolk {

  private static final int COUNT_MAX = 3;
  private static final List<Integer> SHARES = List.of(10, 50, 100);

  private final Town town;
  private final Kernel kernel;

  public Campaigners(Town town) {
    this.town = town;
    this.kernel = town.kernel;
  }

  @Override
  public List<Happening> happenings() {
    return List.of(
        new Happening("campaign", 4, this::start),
        new Happening("campaign-stopped", 1, this::stop),
        new Happening("campaign-resumed", 2, this::resume));
  }

  /** Who would keep the town from rest goes on, or ends. */
  @Override
  public void relent() {
    open().stream().filter(CampaignState::halted).forEach(state -> stop(state.campaign().id()));
  }

  private void start() {
    List<OverlayName> overlays =
        town.server.world().stream()
            .flatMap(world -> world.declared().overlays().keySet().stream())
            .toList();
    if (!overlays.isEmpty()) {
      town.clients.wish(
          new Command.Campaigns(
              new CampaignWish.Start(
                  overlays.get(kernel.random().nextInt(overlays.size())),
                  pace(kernel),
                  kernel.chance(70) ? town.size.environments() : List.of())));
    }
  }

  /** How fast somebody wants it. */
  static CampaignPace pace(Kernel kernel) {
    Optional<Portion> atOnce =
        switch (kernel.random().nextInt(3)) {
          case 0 -> Optional.of(new Portion.Count(1 + kernel.random().nextInt(COUNT_MAX)));
          case 1 ->
              Optional.of(new Portion.Percent(SHARES.get(kernel.random().nextInt(SHARES.size()))));
          default -> Optional.empty();
        };
    return new CampaignPace(
        atOnce,
        kernel.chance(30)
            ? Optional.of(Duration.ofSeconds(1 + kernel.random().nextInt(60)))
            : Optional.empty());
  }

  private void stop() {
    open().stream().findFirst().ifPresent(state -> stop(state.campaign().id()));
  }

  private void stop(CampaignId id) {
    town.clients.wish(new Command.Campaigns(new CampaignWish.Stop(id, Optional.empty())));
  }

  private void resume() {
    List<EnvironmentName> named = kernel.chance(50) ? town.size.environments() : List.of();
    open().stream()
        .findFirst()
        .ifPresent(state ->
            town.clients.wish(
                new Command.Campaigns(new CampaignWish.Resume(state.campaign().id(), named))));
  }

  private List<CampaignState> open() {
    return town.server.world().map(World::campaigns).stream()
        .flatMap(campaigns -> campaigns.open().stream())
        .toList();
  }
}
