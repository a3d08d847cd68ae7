import { expect, it } from "vitest";
import { eventDetail } from "../../fixtures/history";
import { becameOf } from "./became";

const without = { ...eventDetail, evaluations: [] };

it("counts the shipments that came of it", () => {
  expect(becameOf(eventDetail)).toBe("One shipment came of this");
});

it.each([
  ["pending", "It is remembered, and what follows is being decided"],
  ["followed", "It was followed, and no shipment came of it"],
  ["nothingFollows", "Nothing follows from this"],
  ["refused", "It was refused"],
] as const)("says what became of one that is %s", (settlement, words) => {
  expect(becameOf({ ...without, event: { ...without.event, settlement } })).toBe(words);
});
