package dev.slipway.simulator.planted;

import dev.slipway.ledger.Ledger;
import dev.slipway.simulator.Kernel;
import dev.slipway.simulator.Life;
import dev.slipway.simulator.planted.Breaks.OnLedger;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Breaks of what is written to the ledger, and of what the server hears of it. */
final class InLedger {

  private InLedger() {}

  static List<Planted> all() {
    return List.of(
        ledger(
            "deduplication-dropped",
            2,
            "the ledger forgets the keys of what it received",
            Written::withoutDeduplication),
        ledger(
            "stale-guards",
            2,
            "decisions on a fold that lags behind are written all the same",
            Written::onStaleGuards),
        ledger(
            "locks-overlooked",
            15,
            "a start on a fold that lags behind is written without the guards of environment and"
                + " organisation",
            Written::whereStartsOverlookLocks,
            "lock",
            "deploy"),
        ledger(
            "superseded-returns",
            13,
            "what was superseded is queued again",
            Written::wherePassedShipmentsReturn),
        ledger(
            "hold-not-written",
            21,
            "a rollback writes nothing of what it holds",
            Written::whereNothingIsHeld,
            "rollback",
            "deploy"),
        ledger(
            "floor-not-written",
            35,
            "a job that cannot be taken back ends as if it could",
            Written::whereNothingIsForGood,
            "rollback",
            "deploy"),
        ledger(
            "window-too-wide",
            35,
            "where the delivery before may come back, every other one may too",
            Written::whereWindowsAreWide,
            "rollback",
            "push"),
        ledger(
            "pause-not-heard",
            22,
            "that someone paused is written, and the server does not hear of it",
            Heard.nothingOf(Heard::isPause),
            "pause",
            "deploy"),
        ledger(
            "move-not-heard",
            26,
            "that someone gave a queue another order is written, and the server does not hear of"
                + " it",
            Heard.nothingOf(Heard::isMove),
            "queue-order",
            "deploy"),
        ledger(
            "train-not-heard",
            26,
            "that releases run as a train is written, and the server does not hear of it",
            Heard.nothingOf(Heard::isTrain),
            "room",
            "deploy"),
        ledger(
            "room-not-heard",
            32,
            "that an environment has little room is written, and the server does not hear of it",
            Heard.nothingOf(Heard::isRoom),
            "room",
            "deploy"),
        ledger(
            "releases-multiplied",
            16,
            "a delivery brings another release of each service beside the one that it is for",
            Doubled::releases),
        ledger(
            "waves-joined",
            30,
            "a rollout starts as if it had been declared to reach all targets at once",
            Written::whereWavesAreOne),
        ledger(
            "overlays-not-heard",
            52,
            "what a shipment takes along of overlays is written, and the server does not hear of"
                + " it",
            Heard.overlaysOfNothing()),
        ledger(
            "needs-not-heard",
            36,
            "what a shipment needs of others is written, and the server does not hear of it",
            Heard.needsOfNothing()),
        ledger(
            "rest-not-heard",
            54,
            "that somebody paused a target is written, and the server does not hear of it",
            Heard.nothingOf(Heard::isRest),
            "target-paused",
            "push"),
        ledger(
            "set-not-heard",
            51,
            "that shipments go as one is written, and the server does not hear of it",
            Heard.nothingOf(Heard::isSet),
            "ship"),
        ledger(
            "campaign-goes-on",
            61,
            "that a campaign was halted is heard as if somebody had let it go on",
            Heard.haltsThatGoOn(),
            "campaign",
            "overlay",
            "push"),
        ledger(
            "campaign-end-not-heard",
            61,
            "that a campaign was stopped is written, and the server does not hear of it",
            Heard.nothingOf(Heard::isEndOfCampaign),
            "campaign",
            "campaign-stopped",
            "overlay"),
        ledger(
            "pace-not-heard",
            61,
            "how fast a campaign may go is heard as if all of it might go at once",
            Heard.campaignsOfAllAtOnce(),
            "campaign",
            "overlay",
            "push"),
        ledger(
            "policies-not-heard",
            58,
            "what a policy says is written, and the server does not hear of it",
            Heard.nothingOf(Heard::isPolicy),
            "overlay",
            "policy",
            "push"),
        ledger(
            "newcomers-not-heard",
            62,
            "that an environment joined a group is written, and the server does not hear of it",
            Heard.groupsOfNobody(),
            "site-added",
            "push"),
        ledger(
            "removed-for-good",
            59,
            "that a removed application came back is written, and the server does not hear of it",
            Heard.removedForGood(),
            "remove-application",
            "stop-removed",
            "push"),
        ledger(
            "silent-counted",
            14,
            "a member that is silent counts as one that converged",
            Written::whereSilenceSettles,
            "agent-away",
            "push"),
        ledger(
            "late-report-counts",
            14,
            "what a target said of an earlier order is heard of the present one",
            Hearsay.lateReportsCount(),
            "deploy",
            "agent-frozen"),
        ledger(
            "one-speaks-for-all",
            14,
            "what one target says is heard of every target of the environment",
            Hearsay.oneSpeaksForAll()),
        ledger(
            "step-ordered-twice",
            10,
            "two decide the same step, and both of their orders are written",
            Written::whereStepsAreOrderedTwice),
        ledger(
            "pins-moved",
            12,
            "a delivery holds another commit than its shipment pinned",
            Written::wherePinsMove),
        ledger(
            "ended-goes-on",
            18,
            "what has settled is said to be stuck",
            Written::whereWhatEndedGoesOn),
        ledger(
            "lock-ends-at-once",
            15,
            "the end of a lock is read as the moment in which it was set",
            Heard.locksThatEndAtOnce(),
            "lock",
            "deploy"),
        ledger(
            "group-lock-not-heard",
            15,
            "that a group of environments is locked is written, and the server does not hear of it",
            Heard.nothingOf(Heard::isLockOfGroup),
            "lock",
            "site-added",
            "push"),
        ledger(
            "external-not-heard",
            66,
            "what another tool deployed is written, and the server does not hear of it",
            Heard.nothingOf(Heard::isExternal),
            "external"),
        ledger(
            "entry-not-folded",
            29,
            "somebody joins a group, and the server does not hear of it",
            Heard.nothingOf(Heard::isMembership)));
  }

  /** What is hard and must be survived: a fold that lags behind, with the guards in place. */
  static Ledger lagging(Ledger real, Kernel kernel, Life life) {
    return AlteredLedger.lagging(real, kernel, life, UnaryOperator.identity());
  }

  static Planted ledger(String name, int law, String what, OnLedger broken, String... favours) {
    return new Planted(name, law, what, Set.of(favours), keys -> Breaks.ofLedger(broken));
  }
}
