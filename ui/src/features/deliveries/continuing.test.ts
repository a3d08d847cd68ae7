import { expect, it } from "vitest";
import { delivery, rolling } from "../../fixtures/deliveries";
import type { DeliveryDetail, Guardrail } from "../../lib/api/contract";
import { continuing } from "./continuing";

it("asks for a word only while a step waits for one", () => {
  const sentence = "Somebody has to say whether it goes on from step 2.";
  const decision: Guardrail = { name: "decision", verdict: "pending", because: { code: "decision-missing", sentence }, policy: "shipment s-1", since: "2026-11-20T10:00:00Z" };
  const asking: DeliveryDetail = { ...rolling, delivery: delivery({ state: "rolling" }), guardrails: [decision] };
  expect(continuing(asking)?.asked).toBe(sentence);
  expect(continuing({ ...asking, delivery: { ...asking.delivery, state: "stuck" } })).toBeDefined();
  expect(continuing({ ...asking, guardrails: [{ ...decision, verdict: "pass" }] })).toBeUndefined();
  expect(continuing({ ...asking, guardrails: [] })).toBeUndefined();
  expect(continuing({ ...asking, delivery: { ...asking.delivery, state: "cancelling" } })).toBeUndefined();
});
