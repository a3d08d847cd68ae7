import { expect, it } from "vitest";
import { HAPPENINGS, testOf } from "./tryTriggers";

it("asks for one happening by its name", () => {
  expect(testOf("push", " main ")).toEqual({ push: "main" });
  expect(testOf("type", "artifact.published")).toEqual({ type: "artifact.published" });
  expect(testOf("tag", "  ")).toBeUndefined();
});

it("knows every happening once", () => {
  expect(new Set(HAPPENINGS.map((each) => each.happening)).size).toBe(3);
});
