import { describe, expect, it } from "vitest";
import { rolling } from "../../fixtures/deliveries";
import { at } from "../../fixtures/world";
import { isBypassable } from "./bypassable";

const because = { code: "asked", sentence: "It is asked." };
const waits = (name: string, verdict: "pass" | "pending") => isBypassable({ ...rolling, guardrails: [{ name, verdict, because, since: at("14:00:00") }] }, { what: name, because, ways: [] });

describe("what an owner may bypass", () => {
  it.each(["approval", "soak", "bake", "step", "check ci/unit (after)", "resource orders-schema", "dependency billing", "deployment"])("%s, while it holds", (name) => {
    expect(waits(name, "pending")).toBe(true);
    expect(waits(name, "pass")).toBe(false);
  });

  it.each(["lock", "concurrency", "set", "policy no-debug", "decision"])("never %s", (name) => {
    expect(waits(name, "pending")).toBe(false);
  });

  it("nothing that is no guardrail", () => {
    expect(isBypassable({ ...rolling, guardrails: [] }, { what: "targets", because, ways: [] })).toBe(false);
  });
});
