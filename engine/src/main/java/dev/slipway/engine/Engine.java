package dev.slipway.engine;

import dev.slipway.engine.authority.Authority;
import dev.slipway.engine.campaign.Campaigning;
import dev.slipway.engine.command.Commands;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Deliberation.Occasion;
import dev.slipway.engine.fold.Actors.Refusal;
import dev.slipway.engine.fold.World;
import dev.slipway.engine.intake.Events;
import dev.slipway.engine.rollout.Advance;
import dev.slipway.model.ActorId;
import dev.slipway.model.Reason;
import dev.slipway.model.SourceName;
import dev.slipway.model.entry.ActorRefused;
import dev.slipway.model.entry.CauseSettled;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.CommandReceived;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.EventReceived;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ReportReceived;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides. Pure: the same world, cause and time give the same decision. All or nothing per cause:
 * as long as needs are open there are only needs; then everything that follows leaves at once, and
 * for an event or a command it ends with exactly one {@link CauseSettled}.
 */
public final class Engine {

  private Engine() {}

  /** What follows from a cause, in this world, at this time. */
  public static Decision decide(World world, Cause cause, Instant now) {
    Deliberation d = new Deliberation(world, occasion(cause), now);
    switch (cause) {
      case Cause.Tick tick -> {
        Advance.placement(d, tick.placement());
        Campaigning.look(d);
      }
      case Cause.Appended appended -> follow(d, appended.entry());
    }
    return d.decision();
  }

  private static void follow(Deliberation d, Recorded recorded) {
    switch (recorded.entry()) {
      case EventReceived event when isOpen(d, recorded) ->
          settle(d, Events.decide(d, event.event(), recorded.at()), "");
      case CommandReceived command when isOpen(d, recorded) ->
          settle(d, Commands.decide(d, command), command.command().getClass().getSimpleName());
      case ReportReceived report -> {
        Advance.reported(d, report.report());
        if (d.hasSaid()) {
          Campaigning.look(d);
        }
      }
      case Entry _ ->
          d.note(new Reason("nothing-to-decide", "This was decided before, or needs no decision."));
    }
  }

  /** A cause that the world does not hold yet is open too; it is being appended. */
  private static boolean isOpen(Deliberation d, Recorded recorded) {
    return d.world().isUnsettled(recorded.position())
        || recorded.position().isAfter(d.world().position());
  }

  private static void settle(Deliberation d, Optional<Settlement> ruling, String command) {
    if (d.isAsking() && ruling.isEmpty()) {
      return;
    }
    Settlement settlement = ruling.orElseThrow();
    d.note(settlement.because());
    switch (settlement) {
      case Settlement.Followed _ -> Campaigning.look(d);
      case Settlement.NothingFollows _ -> d.discard();
      case Settlement.Refused refused -> {
        d.discard();
        refuse(d, command, refused.because());
      }
    }
    d.write(new CauseSettled(d.cause(), settlement));
  }

  /** What an actor has no right to is kept once per kind, so that asking again fills nothing. */
  private static void refuse(Deliberation d, String command, Reason because) {
    Refusal refusal = new Refusal(d.actor(), command, because.code());
    if (because.code().equals(Authority.NOT_ALLOWED)
        && !d.world().actors().refusals().contains(refusal)) {
      d.write(new ActorRefused(d.actor(), command, because));
    }
  }

  private static Occasion occasion(Cause cause) {
    return switch (cause) {
      case Cause.Tick tick ->
          new Occasion(Optional.empty(), SourceName.COMMANDS, ActorId.SLIPWAY, tick.facts());
      case Cause.Appended appended ->
          new Occasion(
              Optional.of(appended.entry().position()),
              source(appended.entry().entry()),
              actor(appended.entry().entry()),
              appended.facts());
    };
  }

  private static SourceName source(Entry entry) {
    return entry instanceof EventReceived event ? event.source() : SourceName.COMMANDS;
  }

  /** A person's wish is followed in that person's name, everything else in Slipway's own. */
  private static ActorId actor(Entry entry) {
    return entry instanceof CommandReceived command ? command.actor() : ActorId.SLIPWAY;
  }
}
