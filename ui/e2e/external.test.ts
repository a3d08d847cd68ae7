import { expect, it } from "vitest";
import { afterwards, elsewhere, included, succeeded } from "../src/fixtures/external";
import { placements } from "../src/fixtures/placements";
import { holds, WHOLE } from "./looks";
import { Stage } from "./stage";
import { sample } from "./world";

const AT = "/api/v1/applications/payments/environments/production";

/** One environment that only another tool deploys to. */
function world(): Map<string, unknown> {
  const items = placements.map((each) => (each.application === elsewhere.application && each.environment === elsewhere.environment ? elsewhere : each));
  return new Map<string, unknown>([
    ...sample(),
    ["/api/v1/placements", { items, total: items.length }],
    [AT, elsewhere],
    [`${AT}/deliveries`, { items: [], total: 0 }],
    [`${AT}/external`, { items: [afterwards, succeeded], total: 2 }],
    [`${AT}/inclusion`, included],
  ]);
}

const stage = new Stage(world);

it("marks what another tool brought as external wherever it is shown", async () => {
  const page = await stage.visit("/");
  await page.getByRole("cell").getByRole("link", { name: /b7730f1.*external.*jenkins failed/u }).waitFor();
  await stage.visit("/envs/production");
  await stage.page.getByRole("region", { name: "What runs here" }).getByText("external: jenkins").waitFor();
});

it("lists what other tools deployed, and links only to pages", async () => {
  const page = await stage.visit("/apps/payments/production");
  await page.getByRole("heading", { name: "payments in production: jenkins brought b7730f1" }).waitFor();
  const rows = page.getByRole("region", { name: "Deployed by other tools" }).getByRole("listitem");
  expect(await rows.allTextContents()).toEqual([expect.stringMatching(/4712.*external.*failed/u), expect.stringMatching(/4711.*external.*succeeded/u)]);
  const link = rows.nth(1).getByRole("link");
  expect(await link.getAttribute("href")).toBe(succeeded.url);
  expect(await link.getAttribute("rel")).toContain("noopener");
  await holds(page, "external", WHOLE);
});

it("answers whether a commit is in what is there, by keyboard alone", async () => {
  const page = await stage.visit("/apps/payments/production");
  const panel = page.getByRole("region", { name: "Is a commit in it?" });
  expect(await panel.getByRole("button", { name: "Ask" }).isDisabled()).toBe(true);
  await panel.getByLabel("A commit, a branch or a tag").focus();
  await page.keyboard.type("a51c9e0");
  await page.keyboard.press("Enter");
  const answer = panel.getByRole("status");
  await answer.getByText("It is in.").waitFor();
  expect(await answer.textContent()).toContain("Recorded by jenkins deploy-production/4711 as external");
  await holds(page, "inclusion", WHOLE);
});

it("says why nothing could be said", async () => {
  stage.server.world = new Map([...world()].filter(([path]) => path !== `${AT}/inclusion`));
  const page = await stage.visit("/apps/payments/production");
  await page.getByLabel("A commit, a branch or a tag").fill("nowhere");
  await page.getByRole("button", { name: "Ask" }).click();
  await page.getByRole("region", { name: "Is a commit in it?" }).getByRole("alert").waitFor();
});
