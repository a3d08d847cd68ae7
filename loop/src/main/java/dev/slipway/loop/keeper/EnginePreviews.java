package dev.slipway.loop.keeper;

import dev.slipway.engine.command.Ballots;
import dev.slipway.engine.rollback.Choice;
import dev.slipway.engine.rollback.Choices;
import dev.slipway.engine.rollback.SetOffers;
import dev.slipway.loop.door.Memory;
import dev.slipway.loop.door.Previews;
import dev.slipway.model.ActorId;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Organisation;
import dev.slipway.model.Placement;
import dev.slipway.model.SetId;
import dev.slipway.model.guardrail.Ballot;
import dev.slipway.model.need.Fact;
import dev.slipway.model.state.RollbackChoices;
import dev.slipway.model.state.RollbackOffer;
import dev.slipway.model.state.SetOffer;
import dev.slipway.model.state.Skip;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Asks the rules that would decide. Thread-safe. */
public final class EnginePreviews implements Previews {

  private final Memory memory;
  private final Answers answers;
  private final InstantSource clock;

  public EnginePreviews(Memory memory, Answers answers, InstantSource clock) {
    this.memory = memory;
    this.answers = answers;
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
  public CompletionStage<Ballot> ballot(
      Organisation organisation, DeliveryId delivery, ActorId actor) {
    CompletableFuture<Ballot> seen = new CompletableFuture<>();
    look(organisation, delivery, actor, List.of(), seen);
    return seen;
  }

  /** Each need is asked once, so this comes to an end. */
  private void look(
      Organisation organisation,
      DeliveryId delivery,
      ActorId actor,
      List<Fact> facts,
      CompletableFuture<Ballot> seen) {
    switch (Ballots.look(memory.world(organisation), delivery, actor, facts, clock.instant())) {
      case Ballots.Look.Seen(Ballot ballot) -> seen.complete(ballot);
      case Ballots.Look.Asking(var needs) ->
          answers.answer(
              needs,
              told ->
                  look(
                      organisation,
                      delivery,
                      actor,
                      Stream.concat(facts.stream(), told.stream()).toList(),
                      seen));
    }
  }
}
