import { expect, it } from "vitest";
import type { SetMember } from "../../lib/api/contract";
import { arrivedIn, howItIs } from "./sets";

const member = (state: "arrived" | "failed"): SetMember => ({
  application: "shop",
  shipment: "s-1",
  after: [],
  sha: "0123456789012345678901234567890123456789",
  stops: [
    { environment: "staging", state },
    { environment: "production", state: "ahead" },
  ],
});
const set = { state: "failed", travel: ["staging", "production"], members: [member("arrived"), member("failed")] } as const;

it("takes back only what has arrived, and only once nothing of it is on its way", () => {
  expect(arrivedIn(set)).toEqual(["staging"]);
  expect(arrivedIn({ ...set, state: "travelling" })).toEqual([]);
  expect(arrivedIn({ ...set, undoes: "set-1" })).toEqual([]);
  expect(arrivedIn({ ...set, members: [member("failed")] })).toEqual([]);
});

it("says how it is in a few words", () => {
  expect(howItIs({ state: "settled" })).toBe("have arrived as one");
  expect(howItIs({ state: "settled", undoes: "set-1" })).toBe("went back as one");
});
