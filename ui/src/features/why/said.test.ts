import { expect, it } from "vitest";
import { said } from "./said";

const one = (trigger: string, sentence: string) => ({ trigger, because: { code: "no", sentence } });

it("says what several triggers say once", () => {
  const push = { ref: "refs/heads/topic", sha: "c0ffee", at: "", event: 17, triggers: [one("push", "Not main."), one("release", "No tag."), one("nightly", "No tag.")] };
  expect(said(push)).toEqual(["push: Not main.", "release, nightly: No tag."]);
});
