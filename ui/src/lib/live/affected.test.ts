import { expect, it } from "vitest";
import { affected } from "./affected";

const at = { position: 7, at: "2026-11-21T14:00:00Z", type: "RolloutSettled", summary: "" };

it("narrows to the placement that changed", () => {
  const keys = affected({ ...at, application: "shop", environment: "staging", number: 3 });
  expect(keys).toContainEqual(["delivery", "shop", "staging"]);
  expect(keys).toContainEqual(["placements"]);
  expect(keys).not.toContainEqual(["targets"]);
});

it("reads campaigns when one is told of, and when something that one may have sent has come", () => {
  for (const type of ["CampaignHalted", "OverlayDeclared", "RolloutSettled"]) expect(affected({ ...at, type })).toContainEqual(["campaigns"]);
  expect(affected({ ...at, type: "RolloutStarted" })).not.toContainEqual(["campaigns"]);
});

it("always reads the activity", () => {
  expect(affected({ ...at, type: "RolloutStarted" })).toEqual([["activity"], ["event"]]);
});

it("reads targets when an agent spoke", () => {
  expect(affected({ ...at, target: "local", environment: "dev" })).toContainEqual(["targets"]);
});

it("reads what may wait for a group's word when somebody comes or leaves", () => {
  const keys = affected({ ...at, type: "MemberRemoved" });
  for (const key of [["placements"], ["delivery"]]) expect(keys).toContainEqual(key);
});

it("reads everything that a lock may hold, whatever its scope", () => {
  const keys = affected({ ...at, type: "LockSet" });
  for (const key of [["locks"], ["placements"], ["delivery"], ["queue"]]) expect(keys).toContainEqual(key);
});

it("reads what may wait for a resource when somebody tells of one", () => {
  const keys = affected({ ...at, type: "ResourceTold", environment: "staging" });
  for (const key of [["resources"], ["placements"], ["delivery"]]) expect(keys).toContainEqual(key);
});

it("reads what may wait for a policy when it says something else", () => {
  const keys = affected({ ...at, type: "PolicyDeclared" });
  for (const key of [["policies"], ["placements"], ["delivery"]]) expect(keys).toContainEqual(key);
});

it("reads who is told when somebody says so", () => {
  for (const type of ["NotificationDeclared", "NotificationRemoved"]) expect(affected({ ...at, type })).toContainEqual(["notifications"]);
});

it("reads what owners are asked for when one is asked", () => {
  const keys = affected({ ...at, type: "OwnerAsked", application: "shop", environment: "staging", number: 3 });
  for (const key of [["resources"], ["delivery", "shop", "staging"]]) expect(keys).toContainEqual(key);
});
