package dev.slipway.simulator.planted;

import static dev.slipway.simulator.planted.InLedger.ledger;

import java.util.List;

/** Breaks of what is asked of people and of checks before something goes on. */
final class AtTheGate {

  private AtTheGate() {}

  static List<Planted> all() {
    return List.of(
        ledger(
            "red-not-heard",
            24,
            "that a check turned red is written, and the server does not hear of it",
            Heard.nothingOf(Heard::isRed),
            "checks-asked"),
        ledger(
            "end-not-judged",
            24,
            "that checks are to be judged after the start is heard as if nobody asked for them",
            Heard.askingFor(Unjudged::withoutLateChecks),
            "checks-asked"),
        ledger(
            "late-schema-not-judged",
            50,
            "that a schema is to be looked at after the start is heard as if nobody asked for it",
            Heard.askingFor(Unjudged::withoutLateResources),
            "schema-told",
            "checks-asked"),
        ledger(
            "gone-back-not-heard",
            50,
            "that a schema went back is written, and the server does not hear of it",
            Heard.nothingOf(Heard::isAtFirst),
            "schema-told",
            "checks-asked"),
        ledger(
            "question-not-heard",
            50,
            "that an owner was asked is written, and the server does not hear of it",
            Heard.nothingOf(Heard::isQuestion),
            "schema-told",
            "checks-asked"),
        ledger(
            "leaving-unnoticed",
            23,
            "whoever approves leaves the group before that is written, and it starts all the same",
            Written::whereApproversLeaveUnnoticed,
            "approval-asked",
            "approve"),
        ledger(
            "protection-not-heard",
            25,
            "that an environment became protected is written, and the server does not hear of it",
            Heard.nothingOf(Heard::isProtection),
            "approval-asked",
            "deploy"),
        ledger(
            "verdict-not-written",
            20,
            "that a guardrail lets it pass is not written before it starts",
            Written::whereVerdictsLack,
            "approval-asked",
            "approve",
            "checks-asked"),
        ledger(
            "hash-unread",
            23,
            "an approval of another content counts for this one",
            Unread::hashes,
            "approval-asked",
            "approve"),
        ledger(
            "bypass-unread",
            60,
            "a bypass for another content counts for this one",
            Unread::bypasses,
            "approval-asked",
            "bypass"),
        ledger(
            "approval-never-lapses",
            23,
            "an approval that was given long ago is heard as if it were new",
            Heard.approvalsThatNeverLapse(),
            "approval-asked",
            "approve",
            "lock"),
        ledger(
            "rejection-not-heard",
            23,
            "that somebody rejected is written, and the server does not hear of it",
            Heard.nothingOf(Heard::isRejection),
            "approval-asked",
            "approve"),
        ledger(
            "dismissal-not-heard",
            23,
            "that somebody lost a role is written, and the server does not hear of it",
            Heard.nothingOf(Heard::isDismissal),
            "approval-asked",
            "approve",
            "approver-dismissed"));
  }
}
