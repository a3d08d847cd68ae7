import { describe, expect, it } from "vitest";
import { placement, untouched } from "../../fixtures/placements";
import { COMMITS, at } from "../../fixtures/world";
import type { ActiveRollout, DeliveryState } from "../../lib/api/contract";
import { needsAttention, shown } from "./shown";

const active = (state: DeliveryState, differs: Partial<ActiveRollout> = {}): ActiveRollout => ({
  number: 13,
  sha: COMMITS.newest,
  shipment: "s-7f21aa00bb11cc22",
  state,
  bypassed: [],
  step: 1,
  steps: 3,
  share: 33,
  since: at("14:00:00"),
  ...differs,
});
const failure = { number: 14, sha: COMMITS.newest, because: { code: "unhealthy", sentence: "It answered 500." }, at: at("14:00:00") };

describe("a cell", () => {
  it("says nothing when healthy and as ordered", () => {
    expect(shown(placement("shop", "dev"))).toEqual({ status: "healthy", number: 12 });
  });

  it("is empty where nothing was ever delivered", () => {
    expect(shown(untouched("shop", "dev"))).toBeUndefined();
  });

  it("is about the active delivery and shows its share", () => {
    expect(shown(placement("shop", "dev", { active: active("rolling") }))).toEqual({ status: "moving", word: "Step 1 of 3", share: 33, number: 13 });
  });

  it("keeps the bar of a rollout under a worse glyph", () => {
    const cell = shown(placement("shop", "dev", { active: active("rolling"), health: "unhealthy" }));
    expect(cell).toMatchObject({ status: "failing", share: 33 });
  });

  it("never averages health and order: healthy but differing is drift", () => {
    expect(shown(placement("shop", "dev", { drifted: true }))).toMatchObject({ status: "drift", word: "Drift" });
  });

  it("says why a delivery waits or is stuck", () => {
    const because = { code: "x", sentence: "Because of this." };
    expect(shown(placement("shop", "dev", { active: active("stuck", { because }) }))).toMatchObject({ status: "stuck", detail: "Because of this." });
    expect(shown(placement("shop", "dev", { active: active("waiting", { because }) }))).toMatchObject({ status: "waiting", detail: "Because of this." });
  });

  it("waits for a person where approvals are missing, and for nothing of the kind otherwise", () => {
    const missing = { code: "approval-missing", sentence: "It has 0 of 1 approval." };
    expect(shown(placement("shop", "dev", { active: active("waiting", { because: missing }) }))).toMatchObject({ status: "person", word: "Needs approval", detail: "It has 0 of 1 approval." });
    expect(needsAttention(placement("shop", "dev", { active: active("waiting", { because: missing }) }))).toBe(true);
  });

  it("shows the newest failure until something newer is in force", () => {
    expect(shown(placement("shop", "dev", { lastFailure: failure }))).toMatchObject({ status: "failing", word: "#14 failed", number: 14 });
  });

  it("shows a first delivery that failed, though nothing is in force", () => {
    expect(shown({ ...untouched("shop", "dev"), lastFailure: failure })).toMatchObject({ status: "failing", number: 14 });
  });

  it.each([
    [{ health: "unhealthy" as const, active: active("stuck"), drifted: true }, "failing"],
    [{ active: active("stuck"), drifted: true }, "stuck"],
    [{ active: active("rolling"), drifted: true }, "drift"],
    [{ active: active("rolling"), queued: 2 }, "moving"],
    [{ active: active("waiting"), queued: 2 }, "waiting"],
    [{ queued: 2 }, "queued"],
    [{}, "healthy"],
  ])("takes the first of what holds: %j is %s", (differs, status) => {
    expect(shown(placement("shop", "dev", differs))?.status).toBe(status);
  });
});

it("draws attention to what is failing, stuck or adrift, and to nothing that goes on by itself", () => {
  expect(needsAttention(placement("shop", "dev", { health: "gone" }))).toBe(true);
  expect(needsAttention(placement("shop", "dev", { active: active("stuck") }))).toBe(true);
  expect(needsAttention(placement("shop", "dev", { drifted: true }))).toBe(true);
  expect(needsAttention(placement("shop", "dev", { active: active("rolling") }))).toBe(false);
  expect(needsAttention(placement("shop", "dev", { active: active("waiting"), queued: 3 }))).toBe(false);
});
