import type { Ballot, BallotRules, Whoami } from "../../lib/api/contract";
import { lasting } from "../../lib/words/time";
import { denied } from "../access/may";

/** How many approvals count, of how many: "1 of 2". */
export function standing(ballot: Ballot): string {
  const counting = ballot.given.filter((each) => each.counts).length;
  return `${counting} of ${ballot.asks?.of ?? counting}`;
}

/** Whose word is asked for, and how long it counts. */
export function asked({ role, selfAllowed, seconds }: BallotRules): string {
  const apart = selfAllowed ? "also of who wrote it or asked for it" : "neither of who wrote it nor of who asked for it";
  return `The word of ${/^[aeio]/.test(role) ? "an" : "a"} ${role}, ${apart}. It counts for ${lasting(seconds * 1000)}.`;
}

/** Why one's own word does not count; the sentence names no ids of the engine where a role is all that is missing. */
export function notCounting(because: Ballot["notApproving"], rules: BallotRules, who: Whoami, where: { readonly application: string; readonly environment: string }): string | undefined {
  if (because === undefined) return undefined;
  return because.code === "not-allowed" ? (denied(who, rules.role, where) ?? because.sentence) : because.sentence;
}
