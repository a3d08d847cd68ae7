import { expect, it } from "vitest";
import { columns } from "./columns";

it("puts an environment of a longer route between its neighbours", () => {
  expect(columns([["staging", "production"], ["dev", "staging", "qa", "production"]])).toEqual(["dev", "staging", "qa", "production"]);
});

it("appends environments of unrelated routes", () => {
  expect(columns([["dev"], ["lab", "field"]])).toEqual(["dev", "lab", "field"]);
});

it("keeps the first order where routes disagree", () => {
  expect(columns([["a", "b"], ["b", "a"]])).toEqual(["a", "b"]);
});
