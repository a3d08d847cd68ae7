import { expect, it } from "vitest";
import { queue } from "../../fixtures/history";
import { isMovable, requestOf } from "./spot";

it("asks for an end of the queue, or for the place before another", () => {
  expect(requestOf(undefined, "s-1")).toBeUndefined();
  expect(requestOf("first", "s-1")).toEqual({ to: "first" });
  expect(requestOf("last", undefined)).toEqual({ to: "last" });
  expect(requestOf("before", "s-1")).toEqual({ before: "s-1" });
  expect(requestOf("before", undefined)).toBeUndefined();
});

it("moves no rollback", () => {
  const [item] = queue;
  if (item === undefined) throw new Error("The sample's queue is empty.");
  expect(isMovable(item)).toBe(true);
  expect(isMovable({ ...item, madeBy: { kind: "rollback", to: 3 } })).toBe(false);
  expect(isMovable({ ...item, madeBy: { kind: "automaticRollback", to: 3 } })).toBe(false);
});
