import { expect, it } from "vitest";
import { lock } from "../../fixtures/locks";
import { placements } from "../../fixtures/placements";
import type { Role } from "../../lib/api/contract";
import { covering, deniedRelease, reach, scopeWords } from "./scope";

const EVERYTHING = lock("l-1", {});
const PRODUCTION = lock("l-2", { environment: "production" });
const CHECKOUT = lock("l-3", { application: "checkout" });
const ONE = lock("l-4", { application: "checkout", environment: "production" });
const ALL = [EVERYTHING, PRODUCTION, CHECKOUT, ONE];
const ids = (where: object) => covering(ALL, where).map(({ id }) => id);

it("knows which locks keep a scope as it is", () => {
  expect(ids({ application: "checkout", environment: "production" })).toEqual(["l-1", "l-2", "l-3", "l-4"]);
  expect(ids({ application: "checkout", environment: "dev" })).toEqual(["l-1", "l-3"]);
  expect(ids({ environment: "production" })).toEqual(["l-1", "l-2"]);
  expect(ids({ application: "search" })).toEqual(["l-1"]);
  expect(ids({})).toEqual(["l-1"]);
});

it("has a lock on a group keep each of its environments, and no other", () => {
  const group = lock("l-5", { environment: "edge" }, { environments: ["edge-eu-1", "edge-eu-2"] });
  const site = lock("l-6", { application: "checkout", environment: "edge" }, { environments: ["edge-eu-1"] });
  const of = (where: object) => covering([group, site], where).map(({ id }) => id);
  expect(of({ application: "checkout", environment: "edge-eu-1" })).toEqual(["l-5", "l-6"]);
  expect(of({ environment: "edge-eu-2" })).toEqual(["l-5"]);
  expect(of({ environment: "staging" })).toEqual([]);
});

it("names a scope as people do", () => {
  expect(ALL.map(({ scope }) => scopeWords(scope))).toEqual(["everything", "production", "checkout", "checkout in production"]);
});

it("says whom a lock would hold, and what of it is on its way", () => {
  expect(reach(placements, { environment: "staging" })).toBe("4 placements, with 3 rollouts on the way");
  expect(reach(placements, ONE.scope)).toBe("one placement, with one shipment in the queue");
  expect(reach(placements, { application: "search" })).toBe("3 placements; nothing is on its way there now");
  expect(reach(placements, { environment: "edge" }, ["staging"])).toBe("4 placements, with 3 rollouts on the way");
});

it("lets its owner release it, and an owner of its scope; others are told who may", () => {
  const who = (role: Role, id: string) => ({ actor: { id, name: "x" }, organisation: "main", grants: [{ role, scope: {} }] });
  expect(deniedRelease(who("deployer", PRODUCTION.owner.id), PRODUCTION)).toBeUndefined();
  expect(deniedRelease(who("owner", "a-9"), PRODUCTION)).toBeUndefined();
  expect(deniedRelease(who("deployer", "a-9"), PRODUCTION)).toBe("Mara Okafor or an owner of production may do this; you are a deployer.");
});
