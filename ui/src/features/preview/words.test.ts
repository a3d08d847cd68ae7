import { expect, it } from "vitest";
import type { PreviewStop } from "../../lib/api/contract";
import { answer, going, requestOf } from "./words";

const SHA = "0123456789abcdef0123456789abcdef01234567";
const stop = (differs: Partial<PreviewStop>): PreviewStop => ({ environment: "staging", to: { sha: SHA }, further: [], more: 0, targets: ["local"], services: [], guardrails: [], destroys: [], ...differs });

it("asks only for what was said", () => {
  expect(requestOf(" ", "\n", " \n")).toEqual({});
  expect(requestOf("main", "application: shop", "batch=20\nnote=a=b")).toEqual({ revision: "main", definition: { name: "slipway.yaml", content: "application: shop" }, parameters: { batch: "20", note: "a=b" } });
});

it("answers in one sentence", () => {
  const web = { service: "web", change: "changed", fields: [] } as const;
  expect(answer("shop", { items: [], warnings: [] })).toBe("shop goes to no environment that you may see");
  expect(answer("shop", { items: [stop({})], warnings: [] })).toBe("Nothing of shop would be other than it is");
  expect(answer("shop", { items: [stop({ services: [web] }), stop({ environment: "production", services: [web] })], warnings: [] })).toBe("shop would be other than it is in staging and production");
  expect(answer("shop", { items: [stop({ services: [web] }), stop({ environment: "production", refused: { code: "no", sentence: "No." } })], warnings: [] })).toBe("production would not take it");
});

it("says from what to what", () => {
  expect(going(stop({}))).toBe("Would get 0123456, the first one there, at local");
  expect(going(stop({ from: { number: 7, sha: SHA, hash: "" }, targets: [] }))).toBe("Would go from #7 (0123456) to 0123456, at no target yet");
});
