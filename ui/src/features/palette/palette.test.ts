import { expect, it } from "vitest";
import { applications, environment, environments } from "../../fixtures/environments";
import { locks } from "../../fixtures/locks";
import { placements } from "../../fixtures/placements";
import type { Role } from "../../lib/api/contract";
import { offers } from "./offers";
import { ranked } from "./ranked";

const KNOWN = { applications, environments, placements, locks, who: { actor: { id: "a-1", name: "Lena" }, organisation: "main", grants: [{ role: "admin" as Role, scope: {} }] }, search: new URLSearchParams("view=moving") };
const all = (role: Role = "admin") => offers({ ...KNOWN, who: { ...KNOWN.who, grants: [{ role, scope: {} }] } });
const names = (typed: string) => ranked(all(), typed).map((offer) => offer.name);

it("puts the very name first, then what begins so, places before commands", () => {
  expect(names("checkout").slice(0, 2)).toEqual(["checkout", "checkout/dev"]);
  const kinds = ranked(all(), "checkout").map((offer) => offer.kind);
  expect(kinds.indexOf("command")).toBeGreaterThan(kinds.lastIndexOf("place"));
});

it("finds a command by its verb and parts of its object", () => {
  expect(names("deploy che prod")).toEqual(["Deploy checkout to production…"]);
  expect(names("cancel")).toEqual(["Cancel catalog/staging#59…", "Cancel payments/staging#42…", "Cancel checkout/staging#231…"]);
});

it("offers the two words on what waits for them", () => {
  expect(names("approve")).toEqual(["Approve catalog/staging#59…"]);
  expect(ranked(all(), "reject cat")[0]?.path).toBe("/apps/catalog/staging/59?do=reject");
  expect(ranked(all("deployer"), "approve cat")[0]?.denied).toBe("An approver of catalog in staging may do this; you are a deployer.");
});

it("goes where a placement or a delivery is written out, read before or not", () => {
  expect(ranked(all(), "checkout/staging#231")[0]?.path).toBe("/apps/checkout/staging/231");
  expect(ranked(all(), "far/away-eu#184")).toEqual([{ id: "written far/away-eu#184", kind: "place", name: "far/away-eu#184", note: "delivery, go there", path: "/apps/far/away-eu/184" }]);
  expect(ranked(all(), "checkout/production").filter((offer) => offer.path === "/apps/checkout/production")).toHaveLength(1);
  expect(names("../x#1")).toEqual([]);
});

it("leads a command to the dialog of its button", () => {
  expect(ranked(all(), "cancel che")[0]?.path).toBe("/apps/checkout/staging/231?do=cancel");
});

it("opens the dialog for feedback over the page at hand", () => {
  expect(ranked(all("viewer"), "feedback")).toEqual([{ id: "command feedback", kind: "command", name: "Send feedback…", note: "about this page", path: "?view=moving&do=feedback" }]);
});

it("shows a command that you may not run, with who may", () => {
  const [deploy] = ranked(all("viewer"), "deploy checkout to dev");
  expect(deploy?.denied).toBe("A deployer of checkout in dev may do this; you are a viewer.");
});

it("locks a group of environments by its name", () => {
  const edge = offers({ ...KNOWN, environments: [environment("edge-a", { group: "edge" }), environment("edge-b", { group: "edge" })] });
  expect(edge.filter(({ name }) => name === "Lock edge…").map(({ path }) => path)).toEqual(["/envs?do=lock-edge"]);
});

it("shows a bounded list", () => {
  expect(ranked(all(), "")).toHaveLength(14);
});
