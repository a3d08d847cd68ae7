import type { Ballot, BallotRule, GivenApproval, Group, Role, Whoami } from "../../lib/api/contract";
import { lasting } from "../../lib/words/time";
import { denied } from "../access/may";

const ROLES: readonly Role[] = ["approver", "owner", "admin"];
const NAMES = 8;

/** Whether nobody's word is missing any more. */
export function isEnough({ rules }: Ballot): boolean {
  return rules.every((rule) => counted(rule) >= rule.of);
}

function counted({ given }: BallotRule): number {
  return given.filter((each) => each.counts).length;
}

/** How many approvals count by a rule, of how many: "1 of 2". */
export function standing(rule: BallotRule): string {
  return `${counted(rule)} of ${rule.of}`;
}

/** Whose word a rule asks for, and how long it counts. */
export function asked({ role, groups, selfAllowed, seconds }: BallotRule): string {
  const from = groups.length === 0 ? "" : ` who belongs to ${groups.map(({ name }) => name).join(" or ")}`;
  const apart = selfAllowed ? "also of who wrote it or asked for it" : "neither of who wrote it nor of who asked for it";
  return `The word of ${/^[aeio]/.test(role) ? "an" : "a"} ${role}${from}, ${apart}. It counts for ${lasting(seconds * 1000)}.`;
}

/** The members of a group that are named, and how many more there are. */
export function named({ members }: Group): { readonly names: readonly string[]; readonly more: number } {
  return { names: members.slice(0, NAMES).map(({ name }) => name), more: Math.max(0, members.length - NAMES) };
}

/** What a rule makes of an approval, before the time until which it would count. */
export function worth({ counts, until }: GivenApproval, now: number): { readonly words: string; readonly timed: boolean } {
  if (counts) return { words: ", until ", timed: true };
  return Date.parse(until) <= now ? { words: ", counts no more since ", timed: true } : { words: ", does not count here", timed: false };
}

/** Why one's own word does not count; the sentence names no ids of the engine where a role is all that is missing. */
export function notCounting(because: Ballot["notApproving"], rules: readonly BallotRule[], who: Whoami, where: { readonly application: string; readonly environment: string }): string | undefined {
  if (because === undefined) return undefined;
  const least = ROLES.find((role) => rules.some((rule) => rule.role === role)) ?? "approver";
  return because.code === "not-allowed" ? (denied(who, least, where) ?? because.sentence) : because.sentence;
}
