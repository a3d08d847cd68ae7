import { expect, it } from "vitest";
import { ownWork } from "../src/fixtures/approvals";
import { environments } from "../src/fixtures/environments";
import { queue } from "../src/fixtures/history";
import { holds, WHOLE } from "./looks";
import { Stage } from "./stage";
import { as, sample } from "./world";

const stage = new Stage();
const ROW = "Remove… checkout in production";

/** Three wait in one queue. */
function three(): Map<string, unknown> {
  const [first] = queue;
  const items = ["s-aa21aa00bb11cc22", "s-bb21aa00bb11cc22", "s-cc21aa00bb11cc22"].map((shipment, at) => ({ ...first, shipment, place: at + 1 }));
  return new Map([...sample(), ["/api/v1/queue", { items, total: items.length }]]);
}

it("takes out what waits, by keyboard alone", async () => {
  const page = await stage.visit("/queue");
  const region = page.getByRole("region", { name: "Queue" });
  await region.getByRole("button", { name: ROW }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: /^Take checkout .* out of the queue of production/ });
  await dialog.getByText("It leaves the queue of production; nothing was ordered there.").waitFor();
  expect(await stage.focused()).toBe("Let it wait");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  expect(await stage.focused()).toBe(ROW);
  await page.keyboard.press("Enter");
  await dialog.getByText("It leaves the queue of production").waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "detached" });
  expect(stage.server.commands.map(({ method, path }) => `${method} ${path}`)).toEqual(["DELETE /api/v1/applications/checkout/environments/production/queue/s-aa21aa00bb11cc22"]);
  await region.getByText("Sent: It is on its way.").waitFor();
});

it("gives what waits another place, and asks where to before it does", async () => {
  stage.server.world = three();
  const page = await stage.visit("/queue?do=move-s-cc21aa00bb11cc22");
  const dialog = page.getByRole("dialog", { name: /^Move checkout .* in the queue of production/ });
  await dialog.getByText("Say where to.").waitFor();
  expect(await dialog.getByRole("button", { name: "Move it" }).isDisabled()).toBe(true);
  await dialog.getByRole("radio", { name: /^Before another/ }).check();
  await expect.poll(() => dialog.getByRole("option").count()).toBe(2);
  await dialog.getByLabel("Which one").selectOption("s-bb21aa00bb11cc22");
  await holds(page, "queue-move", WHOLE);
  await dialog.getByRole("button", { name: "Move it" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByRole("region", { name: "Queue" }).getByRole("button", { name: "Move… checkout in production" }).first().click();
  await page.getByRole("dialog").getByRole("radio", { name: /^Last/ }).check();
  await page.getByRole("dialog").getByRole("button", { name: "Move it" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  expect(stage.server.commands.map(({ path }) => path.replace(/^.*queue/, ""))).toEqual(["/s-cc21aa00bb11cc22/move", "/s-aa21aa00bb11cc22/move"]);
  expect(stage.bodies()).toEqual([{ before: "s-bb21aa00bb11cc22" }, { to: "last" }]);
});

it("moves nothing where one waits alone", async () => {
  const page = await stage.visit("/queue");
  await page.getByRole("button", { name: ROW }).waitFor();
  expect(await page.getByRole("button", { name: /^Move…/ }).count()).toBe(0);
});

it("opens one dialog for the row that the address names", async () => {
  const page = await stage.visit("/queue?do=cancel-s-7f21aa00bb11cc22");
  await page.getByRole("dialog").getByText(/#231 in staging is cancelled/).waitFor();
  await expect.poll(() => page.getByRole("dialog").count()).toBe(1);
});

it("leads to the button of whoever may approve, and to why", async () => {
  const page = await stage.visit("/queue");
  const moving = page.getByRole("region", { name: "On their way" });
  await moving.getByRole("link", { name: "Approve… catalog in staging" }).click();
  await page.getByRole("heading", { level: 1, name: "catalog b7730f1 to staging" }).waitFor();
  await expect.poll(() => stage.focused()).toMatch(/^Approve #59/);
  await stage.visit("/queue");
  await stage.page.getByRole("link", { name: "Approve… catalog in staging" }).waitFor();
  await expect.poll(() => stage.page.getByRole("link", { name: /^Approve…/ }).count()).toBe(1);
  await stage.page.getByRole("link", { name: "Why catalog in staging is not there yet" }).click();
  await stage.page.getByRole("region", { name: "Why not yet" }).waitFor();
});

it("has buttons for nothing that the one who looks may not do, and says why not", async () => {
  stage.server.world = new Map([...sample(), ["/api/v1/whoami", as("viewer")], ["/api/v1/applications/catalog/environments/staging/deliveries/59/ballot", { ...ownWork, notApproving: { code: "not-allowed", sentence: "a-1 is viewer." } }]]);
  const page = await stage.visit("/queue");
  await page.getByText("Move, remove: A deployer of checkout in production may do this; you are a viewer.").waitFor();
  await page.getByText("Approve: An approver of catalog in staging may do this; you are a viewer.").waitFor();
  expect(await page.locator(".row-acts").getByRole("button").count()).toBe(0);
  await holds(page, "queue-viewer", WHOLE);
  stage.server.world = new Map([...sample(), ["/api/v1/applications/catalog/environments/staging/deliveries/59/ballot", ownWork]]);
  await page.reload();
  await page.getByText("Approve: You wrote a part of this or asked for it; somebody else has to approve it.").waitFor();
  expect(await page.getByRole("link", { name: /^Approve…/ }).count()).toBe(0);
});

it("is worked with a finger: every button has its size, and lies over the row's own link", async () => {
  const page = await stage.visit("/queue");
  await page.setViewportSize({ width: 390, height: 844 });
  const button = page.getByRole("button", { name: ROW });
  expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await button.click();
  await page.getByRole("dialog").getByText("It leaves the queue of production").waitFor();
});

it("names on a delivery's page what went together with it, and on an environment's what becomes of what waits", async () => {
  const page = await stage.visit("/apps/checkout/staging/231");
  const content = page.getByRole("region", { name: "What it delivers" });
  await content.getByText("Together with").waitFor();
  await expect.poll(() => content.getByRole("link", { name: /^[0-9a-f]{7}$/ }).count()).toBeGreaterThanOrEqual(2);
  const [first] = environments;
  stage.server.world = new Map([...sample(), [`/api/v1/environments/${first?.name}`, { ...first, queue: "batch" }]]);
  await stage.visit(`/envs/${first?.name}`);
  await stage.page.getByText("What triggers send here while something runs goes together, as the newest of it.").waitFor();
});
