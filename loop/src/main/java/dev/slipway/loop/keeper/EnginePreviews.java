package dev.slipway.loop.keeper;

import dev.slipway.engine.campaign.Begin;
import dev.slipway.engine.command.Ballots;
import dev.slipway.engine.command.Foresight;
import dev.slipway.engine.fold.World;
import dev.slipway.engine.layer.Idle;
import dev.slipway.engine.rollback.Choice;
import dev.slipway.engine.rollback.Choices;
import dev.slipway.engine.rollback.SetOffers;
import dev.slipway.loop.door.Memory;
import dev.slipway.loop.door.Previews;
import dev.slipway.model.ActorId;
import dev.slipway.model.CampaignId;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Organisation;
import dev.slipway.model.OverlayName;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.SetId;
import dev.slipway.model.guardrail.Ballot;
import dev.slipway.model.layer.Owned;
import dev.slipway.model.state.CampaignPlace;
import dev.slipway.model.state.Outlook;
import dev.slipway.model.state.RollbackChoices;
import dev.slipway.model.state.RollbackOffer;
import dev.slipway.model.state.SetOffer;
import dev.slipway.model.state.Skip;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Asks the rules that would decide. Thread-safe. */
public final class EnginePreviews implements Previews {

  private final Memory memory;
  private final Looks looks;
  private final InstantSource clock;

  public EnginePreviews(Memory memory, Answers answers, InstantSource clock) {
    this.memory = memory;
    looks = new Looks(answers);
    this.clock = clock;
  }

  @Override
  public RollbackOffer rollback(
      Organisation organisation, Placement placement, Optional<Integer> to) {
    return switch (Choice.of(
        placement, memory.world(organisation).deliveries().placement(placement), to)) {
      case Choice.Impossible impossible -> new RollbackOffer.Impossible(impossible.because());
      case Choice.Possible possible ->
          new RollbackOffer.Possible(
              new Skip(possible.to().id().number(), possible.to().change().sha()),
              possible.skips());
    };
  }

  @Override
  public RollbackChoices choices(Organisation organisation, Placement placement) {
    return Choices.of(placement, memory.world(organisation).deliveries().placement(placement));
  }

  @Override
  public Optional<SetOffer> set(
      Organisation organisation, SetId set, Optional<EnvironmentName> environment) {
    return SetOffers.of(memory.world(organisation), set, environment, clock.instant());
  }

  @Override
  public Optional<List<CampaignPlace>> campaign(Organisation organisation, CampaignId campaign) {
    World world = memory.world(organisation);
    return world
        .campaigns()
        .of(campaign)
        .filter(state -> state.end().isEmpty())
        .map(state -> Begin.places(world, state, clock.instant()));
  }

  @Override
  public List<CampaignPlace> campaign(Organisation organisation, OverlayName overlay) {
    return Begin.places(memory.world(organisation), overlay, clock.instant());
  }

  @Override
  public Optional<Reason> idle(Organisation organisation, Owned owned) {
    return Idle.of(memory.world(organisation), owned);
  }

  @Override
  public CompletionStage<Ballot> ballot(
      Organisation organisation, DeliveryId delivery, ActorId actor) {
    return looks.seen(
        facts -> Ballots.look(memory.world(organisation), delivery, actor, facts, clock.instant()));
  }

  @Override
  public CompletionStage<Outlook> outlook(
      Organisation organisation, ActorId actor, Outlook.Wish wish) {
    return looks.seen(
        facts -> Foresight.look(memory.world(organisation), actor, wish, facts, clock.instant()));
  }
}
