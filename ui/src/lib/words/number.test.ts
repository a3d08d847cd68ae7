import { expect, it } from "vitest";
import { shortCommit, shortDigest } from "./digest";
import { counted, grouped, sentence } from "./number";

it("counts in words up to twelve", () => {
  expect(counted(1, "application")).toBe("one application");
  expect(counted(12, "rollout")).toBe("twelve rollouts");
  expect(counted(13, "entry", "entries")).toBe("13 entries");
});

it("groups thousands with a thin space", () => {
  expect(grouped(12481)).toBe("12\u202f481");
  expect(grouped(999)).toBe("999");
});

it("begins a sentence with a capital", () => {
  expect(sentence("one thing")).toBe("One thing");
});

it("shortens digests and commits", () => {
  expect(shortDigest("sha256:5be10c7a00000000000000000000000000000000000000000000000000000c04f")).toBe("5be10c7a…c04f");
  expect(shortDigest("s-7f21")).toBe("s-7f21");
  expect(shortCommit("9f3c2ab0123456789")).toBe("9f3c2ab");
});
