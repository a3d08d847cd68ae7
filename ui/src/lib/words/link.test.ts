import { expect, it } from "vitest";
import { linkable } from "./link";

it("lets only pages be linked", () => {
  expect(linkable("https://jenkins.example/job/4711")).toBe(true);
  expect(linkable("http://jenkins.example")).toBe(true);
  for (const bad of ["javascript:alert(1)", "data:text/html,x", "//jenkins.example", "https://user@jenkins.example", "https://a b", ""]) expect(linkable(bad)).toBe(false);
});
