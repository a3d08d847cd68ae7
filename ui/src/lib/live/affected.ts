import type { Change } from "../api/contract";

/** The name of a query: its noun, then what it is narrowed to. Every query key begins like one of these. */
export type Key = readonly [noun: Noun, ...narrowed: (string | number)[]];
export type Noun =
  | "applications"
  | "environments"
  | "targets"
  | "placements"
  | "deliveries"
  | "delivery"
  | "shipments"
  | "queue"
  | "event"
  | "locks"
  | "resources"
  | "policies"
  | "campaigns"
  | "notifications"
  | "activity";

/** What a person sees that a change may have altered; pages that are not open cost nothing. */
export function affected(change: Change): readonly Key[] {
  const keys: Key[] = [["activity"], ["event"]];
  // A lock reaches everything that lies in its scope, which may be everything.
  if (change.type.startsWith("Lock")) return [...keys, ["locks"], ["placements"], ["deliveries"], ["delivery"], ["queue"]];
  // A group's word may be waited for anywhere.
  if (change.type.startsWith("Member")) return [...keys, ["placements"], ["delivery"]];
  // A resource may be waited for anywhere.
  if (change.type.startsWith("Resource")) return [...keys, ["resources"], ["placements"], ["delivery"]];
  // So may a policy.
  if (change.type.startsWith("Policy")) return [...keys, ["policies"], ["placements"], ["delivery"]];
  if (change.type.startsWith("Campaign") || change.type === "OverlayDeclared") keys.push(["campaigns"]);
  // What a campaign sent has come, or has not.
  if (change.type === "RolloutSettled" || change.type === "ShipmentMade" || change.type === "ShipmentStopped") keys.push(["campaigns"]);
  if (change.type.startsWith("Notification")) keys.push(["notifications"]);
  if (change.type === "OwnerAsked") keys.push(["resources"]);
  if (change.application !== undefined) keys.push(["applications"], ["queue"]);
  if (change.shipment !== undefined) keys.push(["shipments"], ["queue"]);
  if (change.environment !== undefined) keys.push(["environments"]);
  if (change.target !== undefined) keys.push(["targets"]);
  if (change.application !== undefined && change.environment !== undefined) {
    keys.push(["placements"], ["deliveries", change.application, change.environment], ["delivery", change.application, change.environment]);
  } else if (change.application !== undefined || change.environment !== undefined) {
    keys.push(["placements"]);
  }
  return keys;
}
