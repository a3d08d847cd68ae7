import { expect, it } from "vitest";
import { member } from "../../fixtures/deliveries";
import { waves } from "./waves";

it("has no waves where all are reached at once", () => {
  const all = [member("a"), member("b")];
  expect(waves(all)).toEqual([{ title: "", of: all }]);
  expect(waves([])).toEqual([]);
});

it("has each wave with how far it has come, and those in none at the end", () => {
  const shown = waves([member("a", { wave: 1 }), member("d", { outcome: "excluded" }), member("b", { wave: 2 }), member("c", { wave: 2, outcome: "pending" })]);
  expect(shown.map(({ title, of }) => [title, of.map(({ target }) => target)])).toEqual([
    ["Wave 1 of 2 \u00b7 1 of 1 as ordered", ["a"]],
    ["Wave 2 of 2 \u00b7 1 of 2 as ordered", ["b", "c"]],
    ["In no wave", ["d"]],
  ]);
});
