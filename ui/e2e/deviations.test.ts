import { expect, it } from "vitest";
import { Stage } from "./stage";

const stage = new Stage();

it("shows of each target in what it deviates, since when, and nothing where all is as ordered", async () => {
  await stage.visit("/envs/staging");
  const of = stage.page.getByRole("list", { name: "In what stage-2a deviates" });
  await of.waitFor();
  const said = await of.getByRole("listitem").allTextContents();
  expect(said).toHaveLength(3);
  expect(said[0]).toMatch(/^checkout runs #229, and #230 is in force\. since 1\d.min ago$/u);
  expect(said[1]).toContain("nobody ordered it");
  expect(said[2]).toContain("Stop it");
  expect(await stage.page.getByRole("list", { name: "In what stage-1a deviates" }).count()).toBe(0);
});
