package dev.slipway.loop.keeper;

import dev.slipway.codec.Digests;
import dev.slipway.engine.authority.Authority;
import dev.slipway.engine.authority.Judgement;
import dev.slipway.engine.command.Discretion;
import dev.slipway.ledger.Appended;
import dev.slipway.ledger.Batch;
import dev.slipway.ledger.Guards;
import dev.slipway.loop.door.Commands;
import dev.slipway.model.ActorId;
import dev.slipway.model.Organisation;
import dev.slipway.model.Reason;
import dev.slipway.model.SourceName;
import dev.slipway.model.StreamKey;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.CauseSettled;
import dev.slipway.model.entry.CommandReceived;
import dev.slipway.model.entry.Draft;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Remembers commands and waits for what becomes of them. Who may not is refused at the desk, so
 * that nobody fills the ledger with wishes, and so is what must not stand in an entry; who may is
 * judged again when the command is decided. Thread-safe.
 */
public final class CommandDesk implements Commands {

  private final Keeper keeper;
  private final Worlds worlds;
  private final Settlements settlements;
  private final Refusals refusals;
  private final Looks looks;
  private final InstantSource clock;

  public CommandDesk(
      Keeper keeper,
      Worlds worlds,
      Settlements settlements,
      Refusals refusals,
      Answers answers,
      InstantSource clock) {
    this.keeper = keeper;
    this.worlds = worlds;
    this.settlements = settlements;
    this.refusals = refusals;
    looks = new Looks(answers);
    this.clock = clock;
  }

  @Override
  public CompletionStage<Carried> submit(
      Organisation organisation, ActorId actor, String idempotencyKey, Command command) {
    return switch (Authority.judge(worlds.world(organisation), actor, command)) {
      case Judgement.Refused refused -> {
        refusals.refused(
            organisation, actor, command.getClass().getSimpleName(), refused.because());
        yield refused(refused.because());
      }
      case Judgement.Allowed _ ->
          unrecordable(organisation, actor, command)
              .thenCompose(refusal ->
                  refusal
                      .map(CommandDesk::refused)
                      .orElseGet(() -> remember(organisation, actor, idempotencyKey, command)));
    };
  }

  /** What a deploy is given is judged by what its commit says, so that may have to be asked. */
  private CompletionStage<Optional<Reason>> unrecordable(
      Organisation organisation, ActorId actor, Command command) {
    return command instanceof Command.Deploy deploy
        ? looks.seen(facts ->
            Discretion.look(worlds.world(organisation), actor, deploy, facts, clock.instant()))
        : CompletableFuture.completedStage(Recordable.refusal(command));
  }

  private static CompletionStage<Carried> refused(Reason because) {
    return CompletableFuture.completedStage(
        new Carried(Optional.empty(), new CauseSettled.Settlement.Refused(because), List.of()));
  }

  private CompletionStage<Carried> remember(
      Organisation organisation, ActorId actor, String idempotencyKey, Command command) {
    Draft draft =
        new Draft(
            StreamKey.of(organisation, SourceName.COMMANDS),
            actor,
            Optional.empty(),
            new CommandReceived(actor, idempotencyKey, command));
    Batch batch =
        new Batch(
            List.of(draft), Guards.NONE, Optional.of(key(organisation, actor, idempotencyKey)));
    return keeper
        .remember(batch)
        .thenCompose(appended ->
            switch (appended) {
              case Appended.Committed committed ->
                  settlements.of(organisation, committed.entries());
              case Appended.Duplicate duplicate -> settlements.of(organisation, duplicate.first());
              case Appended.Conflict conflict ->
                  throw new IllegalStateException("An unguarded batch met " + conflict);
            });
  }

  /** The key may be any text that a client sent, so its digest stands for it. */
  private static String key(Organisation organisation, ActorId actor, String idempotencyKey) {
    String text = organisation + "\n" + actor + "\n" + idempotencyKey;
    return "command/" + Digests.sha256(text.getBytes(StandardCharsets.UTF_8)).hex();
  }
}
