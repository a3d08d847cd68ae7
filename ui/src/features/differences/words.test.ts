import { expect, it } from "vitest";
import { change, firstOne, same } from "../../fixtures/differences";
import { commits, isKept, summary } from "./words";

it("says in one sentence what comes, goes and changes", () => {
  expect(summary(change)).toBe("#231 brings two commits, takes one commit back, adds migrate and changes web");
  expect(summary(same)).toBe("#231 is the same as #230");
  expect(summary(firstOne)).toBe("#1 brings more than 10\u202f000 commits and adds web");
});

it("counts services when there are many", () => {
  const many = ["a", "b", "c", "d"].map((service) => ({ service, change: "changed" as const, fields: [] }));
  expect(summary({ ...same, services: many })).toBe("#231 changes four services");
});

it("says that not all were counted", () => {
  expect(commits({ items: [], total: 1, whole: true })).toBe("one commit");
});

it("knows what the server keeps to itself", () => {
  expect(isKept({ field: "variables.TOKEN", change: "added" })).toBe(true);
  expect(isKept({ field: "replicas", change: "added", to: "2" })).toBe(false);
});
