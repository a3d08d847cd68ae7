import { expect, it } from "vitest";
import { Stage } from "./stage";

const stage = new Stage();

it("tells of each commit which pull request brought it, and links only to pages", async () => {
  const page = await stage.visit("/apps/checkout/staging/231/diff");
  const link = page.getByRole("link", { name: "pull request #12" });
  expect(await link.getAttribute("href")).toBe("https://github.com/team/checkout/pull/12");
  await page.getByText("pull request #9").waitFor();
  expect(await page.getByRole("link", { name: "pull request #9" }).count()).toBe(0);
});
