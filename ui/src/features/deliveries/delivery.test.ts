import { describe, expect, it } from "vitest";
import { delivery, entry, failed, member, rolling, settled, stuck } from "../../fixtures/deliveries";
import { COMMITS, NOW, at } from "../../fixtures/world";
import { stateLine, took } from "./state";
import { steps } from "./steps";
import { timeline } from "./timeline";
import { shortRef, version } from "./version";
import { why } from "./why";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("the state line", () => {
  it.each([
    [rolling, "moving", "Rolling", "at step 1 of 2, for 48 s. Replaces #230."],
    [settled, "healthy", "In force", "Settled in 7 min 12 s."],
    [failed, "failing", "Failed", "Ended in 32 s. It never came into force."],
    [stuck, "stuck", "Stuck", "in its only step, for 30 min 8 s. Replaces #41."],
  ])("says where it stands", (detail, status, word, words) => {
    const line = stateLine(detail.delivery, NOW);
    expect([line.status, line.word, plain(line.detail)]).toEqual([status, word, words]);
  });

  it("says when a newer delivery took its place", () => {
    expect(stateLine({ ...settled.delivery, inForce: false }, NOW).detail).toContain("A newer delivery took its place.");
  });

  it("knows no duration of what never began", () => {
    const { startedAt: _, ...never } = delivery({ state: "failed", endedAt: at("14:40:00") });
    expect(took(never)).toBeUndefined();
  });
});

describe("the bar of steps", () => {
  const places = (detail: typeof rolling) => steps(detail).map((step) => [step.name, step.place, step.share, step.tone]);

  it("takes its share from members that converged, never from time", () => {
    expect(places(rolling)).toEqual([
      ["Before", "done", 100, "ok"],
      ["Step 1 of 2", "current", 67, "move"],
      ["Step 2 of 2", "todo", 0, "off"],
      ["After", "todo", 0, "off"],
    ]);
  });

  it("is whole when settled", () => {
    expect(places(settled).every(([, place, share]) => place === "done" && share === 100)).toBe(true);
  });

  it("ends where it failed", () => {
    expect(places(failed)).toEqual([
      ["Before", "done", 100, "ok"],
      ["All targets", "current", 100, "bad"],
      ["After", "todo", 0, "off"],
    ]);
    expect(steps(failed).at(-1)?.note).toBe("not reached");
  });

  it("stands before the first step while it waits", () => {
    const waiting = { ...rolling, delivery: delivery({ state: "waiting", step: 0 }) };
    expect(places(waiting)[0]).toEqual(["Before", "current", 100, "off"]);
  });

  it("says until when it bakes, and that it did", () => {
    const said = (verdict: "pass" | "pending") => [{ name: "bake", verdict, because: { code: "baking", sentence: "Baking." }, since: at("14:32:00") }];
    const detail = (state: "rolling" | "failed", step: number, verdict: "pass" | "pending") => ({ ...rolling, delivery: delivery({ state, step, bakes: 1 }), guardrails: said(verdict) });
    const unmet = [{ what: "bake", because: { code: "baking", sentence: "Baking." }, earliest: "2026-11-21T14:37:00Z", ways: [] }];
    const bars = (each: typeof rolling) => steps(each, unmet, "UTC").map((step) => [step.name, step.place, step.note]);
    expect(bars(detail("rolling", 1, "pending"))).toEqual([
      ["Before", "done", "recreate"],
      ["Step 1 of 2", "done", "converged"],
      ["Bake", "current", "baking until 14:37:00"],
      ["Step 2 of 2", "todo", "to come"],
      ["After", "todo", "to come"],
    ]);
    expect(bars({ ...detail("rolling", 1, "pending"), guardrails: [] })[2]).toEqual(["Bake", "todo", "to come"]);
    expect(bars(detail("rolling", 2, "pass"))[2]).toEqual(["Bake", "done", "healthy all the time"]);
    expect(bars(detail("failed", 1, "pending"))[2]).toEqual(["Bake", "current", "ended here"]);
    expect(why(detail("rolling", 1, "pending"), unmet).open[0]).toMatchObject({ key: "guardrail-bake", status: "moving", unmet: unmet[0] });
  });

  it("says nothing of a step without members", () => {
    expect(steps({ ...rolling, members: [] })[1]).toMatchObject({ note: "0 of 0 targets", share: 4 });
  });
});

describe("the timeline", () => {
  it("runs from cause to observation, then now, then what is to come", () => {
    const lines = timeline(rolling);
    expect(lines.map((line) => (line.form === "happened" ? line.word : line.form))).toEqual([
      "Cause", "Head", "Trigger", "Shipment", "Queue", "Delivery", "Rollout", "Order", "Observation", "Observation", "now", "toCome", "toCome",
    ]);
    expect(lines.at(-3)).toMatchObject({ word: "Now: stage-2a is at work" });
  });

  it("does not depend on the order in which entries arrive, and keeps their identity", () => {
    expect(timeline({ ...rolling, timeline: rolling.timeline.toReversed() })).toEqual(timeline(rolling));
    expect(timeline(rolling).map((line) => line.key)).toContain("48176");
  });

  it("gives a target's last report what became of its order", () => {
    const twice = { ...rolling, timeline: [...rolling.timeline, entry(48190, "ReportReceived", "14:32:00", "again", { target: "stage-1a" })] };
    const reports = timeline(twice).filter((line) => line.form === "happened" && line.entry.target === "stage-1a");
    expect(reports.map((line) => (line.form === "happened" ? line.status : ""))).toEqual(["done", "healthy"]);
  });

  it("ends with the end", () => {
    expect(timeline(settled).at(-1)).toMatchObject({ word: "Settled", status: "healthy" });
    expect(timeline(failed).at(-1)).toMatchObject({ word: "Failed", status: "failing" });
  });

  it("says that a stuck delivery cannot go on", () => {
    expect(timeline(stuck).find((line) => line.form === "now")).toMatchObject({ status: "stuck", word: "Now: it cannot go on" });
  });

  it("shows an entry of a type that it does not know by its name", () => {
    const newer = { ...settled, timeline: [entry(1, "CalendarFrozen", "14:00:00", "x")] };
    expect(timeline(newer)[0]).toMatchObject({ word: "Calendar Frozen", status: "done" });
  });
});

describe("why not yet", () => {
  it("lists only what is open, and the rest as one quiet line", () => {
    const { open, passed } = why(rolling);
    expect(open.map((each) => each.title)).toEqual(["stage-2a is at work"]);
    expect(passed).toEqual(["stage-1a as ordered", "stage-1b as ordered"]);
  });

  it("has the way out of what is stuck", () => {
    expect(why(stuck).open[0]).toMatchObject({ status: "stuck", wayOut: "slipway settle payments/staging#42 --succeeded | --failed | --rerun" });
    expect(why(stuck).open[1]).toMatchObject({ status: "unknown", detail: "The machine restarted while the command ran." });
  });

  it("says what failed and where", () => {
    expect(why(failed).open.map((each) => each.title)).toEqual(["web answered 500 at /healthz for 30 s; its deadline passed.", "local could not become as ordered"]);
  });

  it("says of a job that nobody knows about what a person has to, and at which target", () => {
    const job = { name: "migrate", version: "42", when: "before", irreversible: true, compatible: false, words: ["./migrate"], state: "unknown", target: "local" } as const;
    const { open } = why({ ...stuck, members: [member("local", { outcome: "pending", attempt: 0 })], jobs: [job] });
    expect(open.map((each) => each.title).slice(1)).toEqual(["Job migrate at local may have had its effect or not"]);
    expect(open[1]?.settles).toEqual({ target: "local" });
  });

  it("does not say the same sentence twice", () => {
    expect(why(failed).open[1]?.detail).toBe("");
  });

  it("has nothing open once settled", () => {
    expect(why(settled).open).toEqual([]);
  });

  it("calls nobody at work after a failure", () => {
    const { open } = why({ ...failed, members: [...failed.members, member("other", { outcome: "pending" })] });
    expect(open.map((each) => each.title)).not.toContain("other is at work");
  });
});

it("names a version by its tag, else by seven characters of the commit", () => {
  expect(version({ sha: COMMITS.newest, ref: "refs/tags/4.19.0" })).toBe("4.19.0");
  expect(version({ sha: COMMITS.newest, ref: "refs/heads/main" })).toBe("9f3c2ab");
  expect(version({ sha: COMMITS.newest })).toBe("9f3c2ab");
  expect(version({ sha: COMMITS.newest, ref: `refs/tags/\u202e${"x".repeat(99)}` })).toBe(`⟨RLO⟩${"x".repeat(39)}…`);
  expect(shortRef("refs/heads/feature/x")).toBe("feature/x");
});

describe("guardrails", () => {
  const guardrail = (name: string, verdict: "pass" | "pending", sentence: string) => ({ name, verdict, because: { code: "x", sentence }, since: at("14:00:00") });

  it("says what each keeps back, with a lock's own shape, and what has passed as one quiet line", () => {
    const detail = { ...rolling, guardrails: [guardrail("lock", "pending", "production is locked."), guardrail("soak", "pass", "It has soaked.")] };
    expect(why(detail).open[0]).toEqual({ key: "guardrail-lock", status: "locked", title: "production is locked.", detail: "" });
    expect(why(detail).passed[0]).toBe("soak passed");
  });

  it("does not say twice what the delivery says already, nor what was said of one that has ended", () => {
    const because = { code: "locked", sentence: "production is locked." };
    const waiting = { ...rolling, delivery: delivery({ state: "waiting", because }), members: [], guardrails: [guardrail("lock", "pending", because.sentence)] };
    expect(why(waiting).open.map(({ key, status }) => [key, status])).toEqual([["delivery", "locked"]]);
    expect(why({ ...settled, guardrails: waiting.guardrails }).open).toEqual([]);
  });
});
