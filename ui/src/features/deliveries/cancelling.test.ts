import { expect, it } from "vitest";
import { delivery } from "../../fixtures/deliveries";
import { cancelling } from "./cancelling";

it("ends at once what has had no order", () => {
  expect(cancelling(delivery({ state: "waiting" }), 0)?.happens).toBe("It ends at once; no target has had an order.");
});

it.each(["rolling", "stuck"] as const)("orders the targets of one that is %s back, and says what stays", (state) => {
  const effect = cancelling(delivery({ state }), 3);
  expect(effect?.happens).toMatch(/^All 3 targets are ordered back/);
  expect(effect?.stays).toBe("#230 stays in force in staging.");
});

it("says so when nothing was in force before", () => {
  const { base: _, ...first } = delivery();
  expect(cancelling(first, 1)?.stays).toBe("Nothing was in force before, so nothing of checkout stays in staging.");
});

it.each(["cancelling", "settled", "failed", "cancelled", "superseded"] as const)("has nothing to cancel once it is %s", (state) => {
  expect(cancelling(delivery({ state }), 3)).toBeUndefined();
});
