import { expect, it } from "vitest";
import { resources, schema } from "../../fixtures/resources";
import { missing, titleOf, versionsOf } from "./words";

it("says at which version a resource is, everywhere and apart", () => {
  expect(versionsOf(schema)).toBe("41 everywhere and 42 in staging");
  expect(versionsOf({ ...schema, versions: [] })).toBe("nobody said yet at which version it is");
});

it("counts only what is still missing", () => {
  expect(missing(resources).map(({ environment }) => environment)).toEqual(["production"]);
});

it.each([
  [[], "Nothing outside is waited for"],
  [resources, "One version is asked of its owner"],
  [[{ ...schema, asked: [] }], "One resource, and nothing is asked of their owners"],
])("answers in its first sentence", (all, title) => {
  expect(titleOf(all)).toBe(title);
});
