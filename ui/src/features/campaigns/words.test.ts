import { expect, it } from "vitest";
import { campaigns, halted, places, settled } from "../../fixtures/campaigns";
import { byEnvironment, isOpen, nameOf, paceOf, titleOf, unnamed } from "./words";

it.each([
  [[], "No change of an overlay is being sent"],
  [[settled], "No change of an overlay is being sent"],
  [campaigns, "One campaign is halted"],
  [[{ ...settled, state: "running" as const }], "One change of overlays is being sent"],
  [[halted, { ...settled, state: "running" as const }], "One campaign is halted, one other goes on"],
])("answers in its first sentence", (all, title) => {
  expect(titleOf(all)).toBe(title);
});

it("says how fast it goes", () => {
  expect(paceOf({})).toBe("one first, then never more at once than have come through");
  expect(paceOf(halted.pace)).toBe("25% at once, one every ten minutes");
  expect(paceOf({ atOnce: "all" })).toBe("all at once");
});

it("has places by environment, and knows which wait to be named", () => {
  expect(byEnvironment(places).map(([environment, there]) => [environment, there.length])).toEqual([
    ["staging", 3],
    ["production", 2],
  ]);
  expect(unnamed(places)).toEqual(["production"]);
});

it("is called by what it sends, and can be stopped until it has ended", () => {
  expect(nameOf(halted)).toBe("cost-caps, revision 4");
  expect([halted, settled].map(isOpen)).toEqual([true, false]);
});
