import { expect, it } from "vitest";
import { byGroup, halfway } from "../../fixtures/approvals";
import type { BallotRule, Whoami } from "../../lib/api/contract";
import { asked, named, notCounting, standing, worth } from "./words";

const viewer: Whoami = { actor: { id: "a-1", name: "Lena" }, organisation: "main", grants: [{ role: "viewer", scope: {} }] };
const rule: BallotRule = { name: "approval", of: 2, role: "approver", groups: [], selfAllowed: false, seconds: 86_400, given: [] };
const where = { application: "shop", environment: "staging" };

it("counts by each rule only what counts there", () => {
  expect(halfway.rules.map(standing)).toEqual(["1 of 2"]);
  expect(byGroup.rules.map(standing)).toEqual(["1 of 2", "0 of 1"]);
});

it("says whose word is asked for", () => {
  expect(asked(rule)).toBe("The word of an approver, neither of who wrote it nor of who asked for it. It counts for 1\u00a0d.");
  expect(asked({ ...rule, role: "owner", selfAllowed: true })).toContain("an owner, also of who wrote it");
  expect(asked({ ...rule, groups: [{ name: "ops", members: [] }, { name: "security", members: [] }] })).toContain("an approver who belongs to ops or security, neither");
});

it("names the members of a group, and of many says how many more there are", () => {
  const members = Array.from({ length: 10 }, (_, n) => ({ id: `p-${n}`, name: `P${n}` }));
  expect(named({ name: "ops", members })).toEqual({ names: ["P0", "P1", "P2", "P3", "P4", "P5", "P6", "P7"], more: 2 });
});

it("tells an approval that is over from one that this rule does not admit", () => {
  const given = { by: { id: "a-8", name: "Iris" }, self: false, at: "2026-11-21T10:00:00Z", until: "2026-11-21T14:00:00Z", counts: false };
  const noon = Date.parse("2026-11-21T12:00:00Z");
  expect(worth(given, noon)).toEqual({ words: ", does not count here", timed: false });
  expect(worth(given, noon + 7_200_000).words).toBe(", counts no more since ");
  expect(worth({ ...given, counts: true }, noon).words).toBe(", until ");
});

it("names the least role where it is all that is missing, and the server's reason otherwise", () => {
  const rules = [{ ...rule, role: "owner" as const }, rule];
  expect(notCounting({ code: "not-allowed", sentence: "a-1 is viewer." }, rules, viewer, where)).toBe("An approver of shop in staging may do this; you are a viewer.");
  expect(notCounting({ code: "own-approval", sentence: "You wrote a part of this." }, rules, viewer, where)).toBe("You wrote a part of this.");
  expect(notCounting(undefined, rules, viewer, where)).toBeUndefined();
});
