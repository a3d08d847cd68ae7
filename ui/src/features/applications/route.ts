import type { Placement } from "../../lib/api/contract";
import { version } from "../deliveries/version";
import { shown } from "../placements/shown";

/** The application's answer: what is wrong, else what is on its way, else what runs. */
export function routeAnswer(name: string, placements: readonly Placement[]): string {
  const at = (...statuses: string[]) => placements.find((placement) => statuses.includes(shown(placement)?.status ?? ""));
  const failing = at("failing");
  if (failing !== undefined) return `${name} is failing in ${failing.environment}`;
  const stuck = at("stuck");
  if (stuck !== undefined) return `${name} is stuck in ${stuck.environment}`;
  const asks = at("person");
  if (asks?.active !== undefined) return `${name}: ${version(asks.active)} waits for approval in ${asks.environment}`;
  const active = placements.find((placement) => placement.active !== undefined);
  if (active?.active !== undefined) return `${name}: ${version(active.active)} is on its way, now in ${active.environment}`;
  const drift = at("drift");
  if (drift !== undefined) return `${name} differs from its order in ${drift.environment}`;
  const inForce = placements.flatMap((placement) => (placement.inForce === undefined ? [] : [version(placement.inForce)]));
  if (inForce.length === 0) return `${name} is not delivered anywhere yet`;
  return new Set(inForce).size === 1 && inForce.length === placements.length ? `${name} runs ${inForce[0]} everywhere` : `${name} runs as ordered`;
}
