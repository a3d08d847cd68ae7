import type { Lock, LockStrength, Placement, ScopeRef, Whoami } from "../../lib/api/contract";
import { denied } from "../access/may";

/** The locks that keep all of a scope as it is: its own, and those of what it lies in. */
export function covering(locks: readonly Lock[], where: ScopeRef): readonly Lock[] {
  return locks.filter((lock) => covers(lock.scope, where) || lock.environments.some((environment) => covers({ ...lock.scope, environment }, where)));
}

/** Whether one scope holds another whole. */
export function covers(scope: ScopeRef, where: ScopeRef): boolean {
  return (
    (scope.application === undefined || scope.application === where.application) && (scope.environment === undefined || scope.environment === where.environment)
  );
}

/** A scope's name in a sentence. */
export function scopeWords({ application, environment }: ScopeRef): string {
  if (application !== undefined && environment !== undefined) return `${application} in ${environment}`;
  return application ?? environment ?? "everything";
}

/** A scope as the address of its dialog has it. */
export function scopeKey({ application, environment }: ScopeRef): string {
  return `${application ?? "*"}/${environment ?? "*"}`;
}

/** Whom a lock would keep as they are, and what of it is on its way or waits already; of a group, in its environments. */
export function reach(placements: readonly Placement[], scope: ScopeRef, group: readonly string[] = []): string {
  const held = placements.filter((placement) => covers(scope, placement) || group.some((environment) => covers({ ...scope, environment }, placement)));
  const moving = held.filter((placement) => placement.active !== undefined).length;
  const waiting = held.reduce((sum, placement) => sum + placement.queued, 0);
  const whom = held.length === 1 ? "one placement" : `${held.length} placements`;
  const parts = [
    ...(moving === 0 ? [] : [`${moving === 1 ? "one rollout" : `${moving} rollouts`} on the way`]),
    ...(waiting === 0 ? [] : [`${waiting === 1 ? "one shipment" : `${waiting} shipments`} in the queue`]),
  ];
  return parts.length === 0 ? `${whom}; nothing is on its way there now` : `${whom}, with ${parts.join(" and ")}`;
}

/** What each strength stops. */
export const STRENGTHS: readonly (readonly [strength: LockStrength, word: string, stops: string])[] = [
  ["holds", "Deliveries wait", "Nothing starts and no next step begins; automatic rollbacks still pass, and those that you let pass."],
  ["total", "Rollbacks wait too", "Nothing starts at all, not even an automatic rollback."],
  ["warns", "Only warn", "Nothing is stopped; what starts meanwhile carries the warning."],
];

/** Why somebody may not release a lock; its owner may, and whoever owns its scope. */
export function deniedRelease(who: Whoami, lock: Lock): string | undefined {
  const own = lock.owner.id === who.actor.id;
  const not = denied(who, own ? "deployer" : "owner", lock.scope);
  return not === undefined || own ? not : `${lock.owner.name} or ${not.charAt(0).toLowerCase()}${not.slice(1)}`;
}

/** The locks that somebody may let a rollback in an environment pass: their own, and all there for its owner; never a total one. */
export function passable(who: Whoami, locks: readonly Lock[], environment: string): readonly Lock[] {
  const owns = denied(who, "owner", { environment }) === undefined;
  return locks.filter((lock) => lock.strength === "holds" && (owns || lock.owner.id === who.actor.id));
}
