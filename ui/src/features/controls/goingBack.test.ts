import { expect, it } from "vitest";
import { COMMITS } from "../../fixtures/world";
import { goingBack } from "./goingBack";

const to = { number: 229, sha: COMMITS.older };

it("names what holds again, and lists everything that is skipped", () => {
  const skips = [
    { number: 231, sha: COMMITS.newest },
    { number: 230, sha: COMMITS.a },
  ];
  const back = goingBack({ possible: true, to, skips }, "staging");
  expect(back).toMatchObject({ to: 229 });
  expect(typeof back === "string" ? [] : back.facts.slice(0, 2)).toEqual([
    ["What happens", "#229 (4b1e77d) holds again in staging, whole, under a new number. It goes before all that waits."],
    ["What it skips", "#231 (9f3c2ab) and #230 (a51c9e0)"],
  ]);
});

it("says why it cannot be done", () => {
  expect(goingBack({ possible: false, skips: [], because: { code: "x", sentence: "Nothing was in force before." } }, "staging")).toBe("Nothing was in force before.");
});
