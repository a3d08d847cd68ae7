import { expect, it } from "vitest";
import { shipment } from "../../fixtures/history";
import { whereItIs } from "./stops";

it("says where a shipment is", () => {
  expect(whereItIs(shipment)).toBe("is on its way, now going to staging");
  expect(whereItIs({ ...shipment, stops: [{ environment: "dev", state: "queued" }] })).toBe("is on its way, now queued for dev");
  expect(whereItIs({ ...shipment, state: "arrived" })).toBe("has arrived everywhere");
  expect(whereItIs({ ...shipment, state: "superseded" })).toBe("was overtaken by a newer one");
  expect(whereItIs({ ...shipment, state: "stopped", stops: [{ environment: "staging", state: "failed" }] })).toBe("stopped at staging");
  expect(whereItIs({ ...shipment, state: "stopped", stops: [] })).toBe("stopped");
});
