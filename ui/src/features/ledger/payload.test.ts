import { expect, it } from "vitest";
import { lines } from "./payload";

it("lets no value forge a line", () => {
  expect(lines({ message: "a\nFORGED" }).map((line) => line.text)).toEqual(["{", '  "message": "a\\nFORGED"', "}"]);
});

it("is bounded and says so", () => {
  const all = lines(Object.fromEntries(Array.from({ length: 900 }, (_, index) => [`k${index}`, index])));
  expect(all).toHaveLength(501);
  expect(all.at(-1)?.text).toBe("… 402 more lines; the command line has all of them");
  expect(lines(Object.fromEntries(Array.from({ length: 499 }, (_, index) => [`k${index}`, index]))).at(-1)?.text).toBe("… 1 more line; the command line has all of them");
});
