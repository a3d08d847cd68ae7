import { expect, it } from "vitest";
import { entry } from "../../fixtures/deliveries";
import { byDay } from "./days";
import { whereTo } from "./EntryRow";

it("puts a heading before each day", () => {
  const late = { ...entry(9, "HeadMoved", "00:10:00", "x"), at: "2026-11-21T00:10:00Z" };
  const early = { ...entry(8, "HeadMoved", "23:50:00", "x"), at: "2026-11-20T23:50:00Z" };
  expect(byDay([late, early], "UTC").map((line) => (line.form === "day" ? line.name : line.key))).toEqual(["Sat 21 Nov", "9", "Fri 20 Nov", "8"]);
  expect(byDay([late, early], "Europe/Berlin").filter((line) => line.form === "day")).toHaveLength(1);
});

it("leads to the page that says most", () => {
  const of = (differs: object, type = "RolloutSettled") => whereTo(entry(7, type, "14:00:00", "x", differs));
  expect(of({ application: "shop", environment: "dev", number: 3 })).toBe("/apps/shop/dev/3");
  expect(of({}, "EventReceived")).toBe("/events/7");
  expect(of({ shipment: "s-1" })).toBe("/shipments/s-1");
  expect(of({})).toBe("/ledger/7");
});
