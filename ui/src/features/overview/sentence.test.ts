import { describe, expect, it } from "vitest";
import { placement, placements, untouched } from "../../fixtures/placements";
import { COMMITS, at } from "../../fixtures/world";
import { answer } from "./sentence";

const rolling = { number: 13, sha: COMMITS.newest, shipment: "s-1", state: "rolling" as const, step: 1, steps: 1, share: 0, bypassed: [], since: at("14:00:00") };
const stuck = { ...rolling, state: "stuck" as const };

describe("the first sentence", () => {
  it("says so when everything is as it should be", () => {
    expect(answer([placement("shop", "dev"), placement("shop", "staging")])).toEqual({
      title: "Everything runs as ordered",
      detail: "All 2 placements are healthy.",
    });
  });

  it("says that nothing is delivered yet", () => {
    expect(answer([untouched("shop", "dev")]).title).toBe("Nothing is delivered yet");
    expect(answer([]).title).toBe("Nothing is delivered yet");
  });

  it("counts applications, not cells, when they fail", () => {
    const failing = { health: "unhealthy" as const };
    expect(answer([placement("shop", "dev", failing), placement("shop", "staging", failing)]).title).toBe("One application is failing");
  });

  it("has at most two clauses, the worst first, and the rest below", () => {
    expect(answer(placements)).toEqual({
      title: "One application is failing, one is stuck",
      detail: "One delivery waits for approval, one application differs from its order, one rollout moves, one delivery waits. 5 of 11 placements are healthy and as ordered.",
    });
  });

  it("names what moves when nothing is wrong", () => {
    expect(answer([placement("shop", "dev", { active: rolling }), placement("shop", "staging", { queued: 2 })]).title).toBe("One rollout moves, one delivery waits");
  });

  it("is true when everything fails", () => {
    expect(answer([placement("a", "dev", { active: stuck }), placement("b", "dev", { active: stuck })]).title).toBe("Two applications are stuck");
  });
});
