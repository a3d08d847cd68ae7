package dev.slipway.engine.campaign;

import dev.slipway.codec.Identities;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.CampaignState;
import dev.slipway.engine.fold.Revisions;
import dev.slipway.engine.intake.Dispatch;
import dev.slipway.model.CampaignId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.definition.Portion;
import dev.slipway.model.entry.CampaignEnded;
import dev.slipway.model.entry.CampaignHalted;
import dev.slipway.model.layer.CampaignPace;
import dev.slipway.model.layer.Revision;
import dev.slipway.model.state.Shipment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes campaigns as far as they may go now. It looks at what is so and not at what happened, as
 * all that advances does: a place is through once its values are in force, whoever brought them.
 *
 * <pre>
 *   its overlay was changed again               it ends, replaced
 *   nothing is left and nothing under way       it ends, settled
 *   a shipment of it came to a bad end          it is halted
 *   it is halted                                nothing starts
 *   as many are under way as may be             nothing starts
 *   another one started less than `every` ago   nothing starts until then
 *   otherwise                                   the next place begins
 * </pre>
 */
public final class Campaigning {

  /** So that one decision has an end; it goes on in the next one. */
  private static final int STARTS_MAX = 50;

  private Campaigning() {}

  /** Looks at every campaign that has not ended. */
  public static void look(Deliberation d) {
    for (CampaignState open : d.world().campaigns().open()) {
      follow(d, open.campaign().id());
    }
  }

  private static void follow(Deliberation d, CampaignId id) {
    for (int starts = 0; ; starts++) {
      CampaignState state = halted(d, d.world().campaigns().of(id).orElseThrow());
      if (isOutdated(d, state)) {
        Begin.replace(d, state);
        return;
      }
      Places places = new Places(d.world(), d.now(), state);
      if (state.underWay() == 0 && !places.areLeft()) {
        settle(d, state);
        return;
      }
      if (state.halted() || !hasRoom(state, places, state.through())) {
        return;
      }
      Optional<Placement> next = places.next();
      if (next.isEmpty()) {
        places.unlocked().ifPresent(lock -> d.wake(lock.getKey(), lock.getValue()));
        return;
      }
      if (!hasRoom(state, places, state.throughBut(next.orElseThrow()))) {
        return;
      }
      Instant due = due(d, state);
      if (due.isAfter(d.now()) || starts == STARTS_MAX) {
        d.wake(next.orElseThrow(), due);
        return;
      }
      start(d, state, places, next.orElseThrow());
    }
  }

  /** Says that it is halted, where something came to a bad end. */
  private static CampaignState halted(Deliberation d, CampaignState state) {
    Optional<CampaignState.Trouble> trouble = state.trouble().filter(_ -> !state.halted());
    trouble.ifPresent(
        it -> d.write(new CampaignHalted(state.campaign().id(), it.at(), it.because())));
    return d.world().campaigns().of(state.campaign().id()).orElseThrow();
  }

  private static boolean isOutdated(Deliberation d, CampaignState state) {
    return d.world()
        .declared()
        .overlay(state.campaign().overlay())
        .map(Revisions::current)
        .map(Revision::number)
        .filter(number -> number == state.campaign().revision())
        .isEmpty();
  }

  private static void settle(Deliberation d, CampaignState state) {
    d.write(
        new CampaignEnded(
            state.campaign().id(),
            CampaignEnded.End.SETTLED,
            state.through(),
            new Reason(
                "campaign-settled",
                "Its values are in force everywhere; it brought them to %s."
                    .formatted(Begin.counted(state.through())))));
  }

  /**
   * Whether one more may be under way.
   *
   * @param through at how many places it has come through; one that it has to be sent to again is
   *     none of them
   */
  private static boolean hasRoom(CampaignState state, Places places, int through) {
    Optional<Portion> atOnce = state.campaign().pace().atOnce();
    int most =
        atOnce
            .map(portion -> Math.max(1, portion.of(places.total())))
            .orElseGet(() -> Math.max(1, through));
    return state.underWay() < most;
  }

  private static Instant due(Deliberation d, CampaignState state) {
    CampaignPace pace = state.campaign().pace();
    return state
        .lastStart()
        .flatMap(last -> pace.every().map(last::plus))
        .filter(due -> due.isAfter(d.now()))
        .orElseGet(d::now);
  }

  /**
   * What was read to find that it may start is guarded, so that nothing of it changes meanwhile.
   */
  private static void start(Deliberation d, CampaignState state, Places places, Placement at) {
    d.application(at.application());
    d.environment(at.environment());
    d.locks(at);
    d.placement(at);
    places.earlier(at).forEach(d::placement);
    CampaignId id = state.campaign().id();
    EnvironmentName environment = at.environment();
    Shipment.MadeBy madeBy =
        new Shipment.MadeBy.Campaign(
            id,
            state.confirmed().getOrDefault(environment, state.campaign().by()),
            Optional.of(environment).filter(state.confirmed()::containsKey));
    places
        .resending(at)
        .map(again ->
            again.shipment(d.world(), Identities.campaigning(id, state.starts() + 1), madeBy))
        .ifPresent(shipment -> Dispatch.all(d, List.of(shipment)));
  }
}
