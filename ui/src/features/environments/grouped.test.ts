import { expect, test } from "vitest";
import { environment } from "../../fixtures/environments";
import { grouped } from "./grouped";

const names = (all: ReturnType<typeof grouped>) => all.map((each) => [each.group, each.of.map((one) => one.name)]);

test("those that stand alone come before the groups", () => {
  const all = [environment("edge-a", { group: "edge" }), environment("production"), environment("edge-b", { group: "edge" }), environment("core-a", { group: "core" })];
  expect(names(grouped(all))).toEqual([
    [undefined, ["production"]],
    ["core", ["core-a"]],
    ["edge", ["edge-a", "edge-b"]],
  ]);
});

test("without any alone there are groups only", () => {
  expect(names(grouped([environment("edge-a", { group: "edge" })]))).toEqual([["edge", ["edge-a"]]]);
});

test("without environments there is nothing", () => {
  expect(grouped([])).toEqual([]);
});
