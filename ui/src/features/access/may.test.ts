import { expect, it } from "vitest";
import type { Grant, Whoami } from "../../lib/api/contract";
import { denied } from "./may";

const who = (...grants: readonly Grant[]): Whoami => ({ actor: { id: "a-1", name: "Lena" }, organisation: "main", grants });
const shop = { application: "shop", environment: "staging" };

it("lets a role act that includes the one needed", () => {
  expect(denied(who({ role: "deployer", scope: {} }), "deployer", shop)).toBeUndefined();
  expect(denied(who({ role: "admin", scope: {} }), "deployer", shop)).toBeUndefined();
});

it("says who may, and what you are", () => {
  expect(denied(who({ role: "viewer", scope: {} }), "deployer", shop)).toBe("A deployer of shop in staging may do this; you are a viewer.");
  expect(denied(who({ role: "approver", scope: {} }), "owner", {})).toBe("An owner may do this; you are an approver.");
});

it("knows how far a role reaches", () => {
  expect(denied(who({ role: "deployer", scope: { application: "shop" } }), "deployer", shop)).toBeUndefined();
  expect(denied(who({ role: "deployer", scope: { environment: "staging" } }), "deployer", shop)).toBeUndefined();
  expect(denied(who({ role: "deployer", scope: { environment: "production" } }), "deployer", shop)).toBe("A deployer of shop in staging may do this; you have no role here.");
  expect(denied(who({ role: "deployer", scope: shop }), "deployer", { application: "shop" })).toMatch(/no role here/);
});

it("lets an agent do nothing, and is never impressed by it", () => {
  expect(denied(who({ role: "agent", scope: {} }), "deployer", shop)).toBe("A deployer of shop in staging may do this; you are an agent.");
});
