import { expect, it } from "vitest";
import { byGroup, ownWork, waiting } from "../src/fixtures/approvals";
import { change } from "../src/fixtures/differences";
import { placements } from "../src/fixtures/placements";
import { HASH } from "../src/fixtures/world";
import { Stage } from "./stage";
import { as, sample } from "./world";

const stage = new Stage();
const PAGE = "/apps/catalog/staging/59";
const DELIVERY = "/api/v1/applications/catalog/environments/staging/deliveries/59";
const changed = { position: 48_231, at: "2026-11-21T14:38:32Z", type: "DeliveryMade", application: "catalog", environment: "staging", number: 59, summary: "Made" };

it("shows exactly what is approved, and sends the hash that was shown", async () => {
  const page = await stage.visit(PAGE);
  const panel = page.getByRole("region", { name: "You approve exactly this" });
  expect(await panel.textContent()).toMatch(/#59, commit b7730f1, instead of #58.*Hash5be10c7a…c04f.*Approved1 of 2.*Ada Park, counts no more.*Iris Novak, until/s);
  await panel.getByRole("button", { name: "Approve #59" }).click();
  await panel.getByText("Sent: It is on its way.").waitFor();
  expect(stage.server.commands.map(({ method, path }) => `${method} ${path}`)).toEqual([`POST ${DELIVERY}/approve`]);
  expect(stage.bodies()).toEqual([{ hash: HASH }]);
});

it("is found by keyboard alone, and no single key approves", async () => {
  const page = await stage.visit("/");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("approve cat");
  await page.getByRole("option", { name: "Approve catalog/staging#59…" }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Approve #59" }).waitFor();
  await expect.poll(() => stage.focused()).toMatch(/^Approve #59/);
  await page.locator("main").focus();
  await page.keyboard.press("a");
  expect(await stage.focused()).toMatch(/^Approve #59/);
  await page.keyboard.press("r");
  const dialog = page.getByRole("dialog", { name: "Reject catalog/staging#59" });
  expect(await dialog.getByRole("button", { name: "Reject #59" }).isDisabled()).toBe(true);
  expect(stage.server.commands).toEqual([]);
  await page.keyboard.type("It is not tested.");
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "detached" });
  expect(stage.bodies()).toEqual([{ hash: HASH, reason: "It is not tested." }]);
});

it("says what is waited for, who can end that, with which command, and leads there whoever may", async () => {
  const page = await stage.visit(PAGE);
  const panel = page.getByRole("region", { name: "Why not yet" });
  await panel.getByText(`slipway approve catalog/staging#59 --hash ${HASH}`).waitFor();
  await panel.getByText("catalog is locked by Mara Okafor until 18:00: incident 4821.").waitFor();
  expect(await panel.textContent()).toMatch(/It does not end by itself\..*By itself, at the earliest Sat 21 Nov 18:00/s);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await panel.getByRole("button", { name: "Copy the command" }).last().click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("slipway unlock l-0123456789abcdef");
  await panel.getByRole("link", { name: "Review" }).click();
  await expect.poll(() => stage.focused()).toMatch(/^Approve #59/);
  stage.server.world = new Map([...sample(), ["/api/v1/whoami", as("viewer")]]);
  await page.reload();
  await panel.getByText("slipway unlock l-0123456789abcdef").waitFor();
  expect(await panel.getByRole("link").count()).toBe(0);
});

it("shows each rule, who belongs to the group that it asks, and whose word counts there", async () => {
  stage.server.world = new Map([...sample(), [`${DELIVERY}/ballot`, { ...byGroup, notApproving: { code: "not-a-member", sentence: "It takes somebody who belongs to security, and you do not." } }]]);
  const page = await stage.visit(PAGE);
  await page.getByText("It takes somebody who belongs to security, and you do not.").waitFor();
  const panel = page.getByRole("region", { name: "Approval" });
  expect(await panel.textContent()).toMatch(
    /Approved1 of 2.*Iris Novak, until.*approval from security asked by catalog.*The word of an approver who belongs to security.*To security belong Lena Roth, Omar Said\..*Approved0 of 1.*Iris Novak, does not count here/s,
  );
  expect(await page.getByRole("button", { name: /^Approve/ }).count()).toBe(0);
});

it("gives no button to who may not, and says why", async () => {
  stage.server.world = new Map([...sample(), [`${DELIVERY}/ballot`, ownWork]]);
  const page = await stage.visit(`${PAGE}?do=approve`);
  await page.getByText("You wrote a part of this or asked for it; somebody else has to approve it.").waitFor();
  expect(await page.getByRole("button", { name: /^Approve/ }).count()).toBe(0);
  await expect.poll(() => page.getByRole("button", { name: /^Reject/ }).count()).toBe(1);
  const refused = { code: "not-allowed", sentence: "a-1 is viewer." };
  stage.server.world = new Map([...sample(), ["/api/v1/whoami", as("viewer")], [`${DELIVERY}/ballot`, { ...ownWork, notApproving: refused, notRejecting: refused }]]);
  await page.reload();
  await page.getByText("An approver of catalog in staging may do this; you are a viewer.").waitFor();
  expect(await page.getByRole("button", { name: /^(Approve|Reject)/ }).count()).toBe(0);
});

it("asks again when what it delivers changed while it was looked at", async () => {
  const page = await stage.visit(PAGE);
  await page.getByText("Live", { exact: true }).waitFor();
  const hash = `sha256:${"1".repeat(64)}`;
  stage.server.world = new Map([...sample(), [DELIVERY, { ...waiting, delivery: { ...waiting.delivery, hash } }]]);
  stage.server.tell(changed);
  await page.getByText("It is not what you looked at any more").waitFor();
  expect(await page.getByRole("button", { name: "Approve #59" }).isDisabled()).toBe(true);
  await stage.press("I looked again");
  await page.getByRole("button", { name: "Approve #59" }).click();
  await page.getByText("Sent: It is on its way.").waitFor();
  expect(stage.bodies()).toEqual([{ hash }]);
});

it("shows a refusal with what took its place", async () => {
  stage.server.becomes = () => ({ refused: 409, code: "not-waiting", detail: "catalog/staging#59 does not wait for anybody's word." });
  const page = await stage.visit(PAGE);
  const here = placements.find((each) => each.application === "catalog" && each.environment === "staging");
  const to = { ...change.to, number: 60 };
  stage.server.world = new Map<string, unknown>([
    ...sample(),
    ["/api/v1/applications/catalog/environments/staging", { ...here, active: { ...here?.active, number: 60 } }],
    ["/api/v1/applications/catalog/environments/staging/deliveries/60/difference", { ...change, to }],
  ]);
  stage.server.tell({ ...changed, type: "PlacementPaused" });
  await page.getByRole("button", { name: "Approve #59" }).click();
  await page.getByRole("alert").getByText("does not wait for anybody's word").waitFor();
  await page.getByText("Against this one, #60 brings two commits").waitFor();
});
