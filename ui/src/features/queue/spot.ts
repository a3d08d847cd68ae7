import type { MoveRequest, QueueItem } from "../../lib/api/contract";

/** Where in a queue. */
export type Spot = "first" | "before" | "last";

export const SPOTS: readonly (readonly [spot: Spot, word: string, follows: string])[] = [
  ["first", "First", "It is next, once what is on its way has ended."],
  ["before", "Before another", "Right before one that waits."],
  ["last", "Last", "All that wait now go before it."],
];

/** Whether people may give it another place: a rollback goes first in any case. */
export function isMovable(item: QueueItem): boolean {
  return item.madeBy.kind !== "rollback" && item.madeBy.kind !== "automaticRollback";
}

/** What is asked of the server; undefined until it was said. */
export function requestOf(spot: Spot | undefined, other: string | undefined): MoveRequest | undefined {
  if (spot === undefined) return undefined;
  if (spot !== "before") return { to: spot };
  return other === undefined ? undefined : { before: other };
}
