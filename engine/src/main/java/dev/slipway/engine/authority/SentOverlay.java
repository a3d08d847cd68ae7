package dev.slipway.engine.authority;

import dev.slipway.engine.fold.Revisions;
import dev.slipway.engine.fold.World;
import dev.slipway.model.CampaignId;
import dev.slipway.model.command.CampaignWish;
import java.util.Optional;

/** The overlay that a campaign sends, or would. Stateless. */
final class SentOverlay {

  private SentOverlay() {}

  static Optional<? extends Revisions<?>> of(World world, CampaignWish wish) {
    return switch (wish) {
      case CampaignWish.Start start -> world.declared().overlay(start.overlay());
      case CampaignWish.Stop stop -> of(world, stop.campaign());
      case CampaignWish.Resume resume -> of(world, resume.campaign());
    };
  }

  private static Optional<? extends Revisions<?>> of(World world, CampaignId id) {
    return world
        .campaigns()
        .of(id)
        .flatMap(state -> world.declared().overlay(state.campaign().overlay()));
  }
}
