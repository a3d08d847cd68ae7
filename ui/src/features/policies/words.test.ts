import { expect, it } from "vitest";
import { memory, policies } from "../../fixtures/policies";
import { asks, reachOf, revisionOf, titleOf } from "./words";

it("says what a policy is for", () => {
  expect(policies.map(reachOf)).toEqual(["environments production, environments with region: eu", "every service everywhere"]);
});

it("says what a rule asks for in one line", () => {
  expect(memory.rules.map(asks)).toEqual(["has(service.limits.memory) && service.limits.memory <= 2048, when service.kind == 'run'", "service.replicas >= 2"]);
  expect(asks({ must: "a &&\n  b\n", message: "", line: 1 })).toBe("a && b");
});

it("says which revision it is, and which it is again", () => {
  expect(policies.map(revisionOf)).toEqual(["revision 3, as 1 was", "revision 1"]);
});

it.each([
  [[], "No policy says no to anything"],
  [policies, "Three rules of two policies have to hold"],
  [policies.slice(1), "One rule of one policy has to hold"],
])("answers in its first sentence", (all, title) => {
  expect(titleOf(all)).toBe(title);
});
