import type { DeliveryDetail, Unmet } from "../../lib/api/contract";

/** What has a way of its own, by its kind: it is unlocked, passed in line, cancelled, changed by its owner, or decided. */
const NEVER: ReadonlySet<string> = new Set(["lock", "concurrency", "set", "policy", "decision"]);

/** Whether something that a delivery waits for is a guardrail of the kind that an owner may bypass. */
export function isBypassable({ guardrails }: DeliveryDetail, { what }: Unmet): boolean {
  return !NEVER.has(what.split(" ")[0] ?? "") && guardrails.some((each) => each.name === what && each.verdict !== "pass");
}
