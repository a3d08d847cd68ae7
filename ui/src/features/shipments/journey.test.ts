import { expect, it } from "vitest";
import { shipment } from "../../fixtures/history";
import { journeysEnd } from "./journey";

it("ends where the shipment is, and says what stays and where it does not go", () => {
  const end = journeysEnd(shipment);
  expect(end?.environment).toBe("staging");
  expect(end?.facts.map(([, fact]) => fact).slice(0, 2)).toEqual([
    "Its delivery #231 in staging is cancelled: its targets are ordered back, and a command that runs is ended. It does not go on to production.",
    "Where it has arrived it stays: dev.",
  ]);
});

it("leaves the queue where it only waits", () => {
  const queued = { ...shipment, stops: [{ environment: "dev", state: "queued" as const }] };
  expect(journeysEnd(queued)?.facts.map(([, fact]) => fact).slice(0, 2)).toEqual(["It leaves the queue of dev; nothing was ordered there.", "It has not arrived anywhere yet."]);
});

it("has no end to make once the journey is over", () => {
  expect(journeysEnd({ ...shipment, state: "arrived" })).toBeUndefined();
});
