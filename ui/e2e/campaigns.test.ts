import { expect, it } from "vitest";
import { halted } from "../src/fixtures/campaigns";
import { holds, WHOLE } from "./looks";
import { Stage } from "./stage";
import { sample } from "./world";

const stage = new Stage();
const PAGE = `/campaigns/${halted.id}`;

const sent = () => stage.server.commands.map(({ method, path }) => `${method} ${path}`);

it("shows each place by its environment, and why it is not its turn", async () => {
  stage.server.world = sample();
  const page = await stage.visit(PAGE);
  const production = page.getByRole("region", { name: "In production" }).getByRole("listitem");
  await expect.poll(() => production.count()).toBe(2);
  expect(await production.nth(0).textContent()).toContain("production is protected: somebody has to name it.");
  expect(await page.getByRole("region", { name: "In staging" }).getByRole("listitem").nth(1).textContent()).toContain("is under way");
});

it("lets one that was halted go on, also to what somebody names", async () => {
  stage.server.world = sample();
  const page = await stage.visit(PAGE);
  await stage.press("Resume…");
  const dialog = page.getByRole("dialog", { name: "Let cost-caps, revision 4 go on" });
  await dialog.getByLabel(/^production is protected/).fill("production");
  await holds(page, "campaign-resume", WHOLE);
  await dialog.getByRole("button", { name: "Resume the campaign" }).click();
  await dialog.waitFor({ state: "detached" });
  expect(sent()).toEqual([`POST /api/v1${PAGE}/resume`]);
  expect(stage.bodies()).toEqual([{ confirm: ["production"] }]);
});

it("stops one with a reason that everybody reads", async () => {
  stage.server.world = sample();
  const page = await stage.visit(PAGE);
  await stage.press("Stop…");
  const dialog = page.getByRole("dialog", { name: "Stop sending cost-caps, revision 4" });
  await dialog.getByLabel("Why, for everybody to read").fill("Too much memory.");
  await holds(page, "campaign-stop", WHOLE);
  await dialog.getByRole("button", { name: "Stop the campaign" }).click();
  await dialog.waitFor({ state: "detached" });
  expect(sent()).toEqual([`POST /api/v1${PAGE}/stop`]);
  expect(stage.bodies()).toEqual([{ reason: "Too much memory." }]);
});

it("sends an overlay once somebody has seen where, and at the pace that is typed", async () => {
  stage.server.world = sample();
  const page = await stage.visit("/campaigns?do=send-cost-caps");
  const dialog = page.getByRole("dialog", { name: "Send cost-caps to what it concerns" });
  await dialog.getByText("payments").waitFor();
  await dialog.getByLabel(/^How many at once/).fill("25%");
  await dialog.getByLabel("Minutes between two starts").fill("10");
  await holds(page, "campaign-send", WHOLE);
  await dialog.getByRole("button", { name: "Send cost-caps" }).click();
  await dialog.waitFor({ state: "detached" });
  expect(sent()).toEqual(["POST /api/v1/overlays/cost-caps/campaigns"]);
  expect(stage.bodies()).toEqual([{ pace: { atOnce: "25%", everySeconds: 600 } }]);
});

it("sends nothing where all has its values", async () => {
  stage.server.world = new Map([...sample(), ["/api/v1/overlays/cost-caps/places", { items: [], total: 0 }]]);
  const page = await stage.visit("/campaigns?do=send-cost-caps");
  const dialog = page.getByRole("dialog", { name: "Send cost-caps to what it concerns" });
  await dialog.getByText("Its values are in force wherever it is for.").waitFor();
  expect(await dialog.getByRole("button", { name: "Send cost-caps" }).isDisabled()).toBe(true);
});
