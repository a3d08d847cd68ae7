import { expect, it } from "vitest";
import { replay, row } from "../../fixtures/whatif";
import { answer, differenceStatus, differenceWords, missing } from "./words";

it("says what would have been different, counted", () => {
  expect(answer(replay)).toBe("One shipment delayed and one shipment superseded");
  expect(answer({ ...replay, rows: [row({ difference: "same" })] })).toBe("Nothing would have been different");
  expect(answer({ ...replay, rows: [] })).toBe("Nothing was on its way in that time");
});

it("says by how much, where that is known", () => {
  expect(differenceWords(row({ difference: "delayed", seconds: 7200 }))).toBe("later by 2\u00a0h");
  expect(differenceWords(row({ difference: "let-through", seconds: 60 }))).toBe("sooner by 1\u00a0min");
  expect(differenceWords(row({ difference: "let-through" }))).toBe("let through");
});

it("has a shape of its own for every difference", () => {
  const shapes = (["same", "stopped", "delayed", "let-through", "superseded"] as const).map((difference) => differenceStatus(row({ difference })));
  expect(new Set(shapes).size).toBe(shapes.length);
});

it("wants a document", () => {
  expect(missing("  ")).toContain("Paste a document");
  expect(missing("environment: staging")).toBeUndefined();
});
