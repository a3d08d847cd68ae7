import { expect, it } from "vitest";
import { filterIn, understood, words } from "./filter";

it("understands words, and says them again", () => {
  const { filter, problem } = understood("  app:checkout env:production type:RolloutFailed by:a-1 from:2026-11-20T14:00Z ");
  expect(problem).toBeUndefined();
  expect(filter).toEqual({ application: "checkout", environment: "production", type: "RolloutFailed", actor: "a-1", from: "2026-11-20T14:00:00.000Z" });
  expect(words(filter).map(({ word }) => word)).toEqual(["app:checkout", "env:production", "type:RolloutFailed", "by:a-1", "from:2026-11-20T14:00:00.000Z"]);
});

it("takes a bare date as the viewer's midnight", () => {
  const { filter } = understood("to:2026-11-20");
  expect(new Date(filter.to ?? "").getTime()).toBe(new Date(2026, 10, 20).getTime());
});

it.each([
  ["checkout", /^checkout is not understood/],
  ["team:x", /^team:x is not understood.*app:, env:, type:, by:, from:, to:$/],
  ["app:", /no value/],
  [`app:${"x".repeat(64)}`, /no value/],
  ["from:yesterday", /no date/],
  ["from:5", /no date/],
])("says what it does not understand of %s", (text, problem) => {
  expect(understood(text).problem).toMatch(problem);
});

it("reads an address, and leaves out what cannot be meant", () => {
  expect(filterIn(new URLSearchParams({ application: "checkout", actor: "", type: "x".repeat(64), other: "1" }))).toEqual({ application: "checkout" });
});
