import { expect, it } from "vitest";
import { listed } from "./list";

it("joins names as a sentence does", () => {
  expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(listed)).toEqual(["", "a", "a and b", "a, b and c"]);
});

it("counts what is too much to name", () => {
  expect(listed(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"])).toBe("1, 2, 3, 4, 5, 6, 7, 8 and 2 more");
});
