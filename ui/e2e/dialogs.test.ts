import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lock } from "../src/fixtures/locks";
import { launch, open } from "./browser";
import { BRIEF, holds, type Look, WHOLE } from "./looks";
import { Server } from "./server";
import { protectedProduction, sample, standing } from "./world";

let browser: Browser;
let server: Server;
let home: string;

beforeAll(async () => {
  browser = await launch();
  server = new Server(sample());
  home = await server.start();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const DIALOGS: readonly (readonly [name: string, address: string, title: string, looks: readonly Look[]])[] = [
  ["dialog-deploy", "/apps/checkout?do=deploy", "Deploy checkout", WHOLE],
  ["dialog-deploy-here", "/apps/checkout/production?do=deploy", "Deploy checkout to production", BRIEF],
  ["dialog-cancel", "/apps/checkout/staging/231?do=cancel", "Cancel checkout/staging#231", WHOLE],
  ["dialog-cancel-shipment", "/shipments/s-7f21aa00bb11cc22?do=cancel", "Cancel the shipment of checkout 9f3c2ab", BRIEF],
  ["dialog-settle", "/apps/payments/staging/42?do=settle-local", "What became of payments/staging#42 at local?", BRIEF],
  ["dialog-reject", "/apps/catalog/staging/59?do=reject", "Reject catalog/staging#59", WHOLE],
  ["dialog-lock", "/envs/production?do=lock", "Lock production", WHOLE],
  ["dialog-unlock", "/locks?do=unlock-l-0123456789abcdef", "Unlock production", BRIEF],
  ["dialog-tell", "/resources?do=tell-orders-schema", "At which version is orders-schema?", WHOLE],
  ["dialog-rollback", "/apps/checkout/staging?do=rollback", "Roll back checkout in staging", WHOLE],
  ["dialog-no-rollback", "/apps/checkout/production?do=rollback", "Roll back checkout in production", BRIEF],
  ["dialog-feedback", "/apps/checkout?do=feedback", "Feedback", WHOLE],
  ["dialog-pause", "/apps/checkout/staging?do=pause", "Pause checkout in staging", BRIEF],
];

describe.each(DIALOGS)("%s", (name, address, title, looks) => {
  it("opens at its address, is accessible, and fits every width in both themes", async () => {
    const { page, wrong } = await open(browser, home + address);
    await page.getByRole("dialog", { name: title }).waitFor();
    await holds(page, name, looks, false);
    const end = page.getByRole("dialog").locator(".act-end .btn").first();
    await end.scrollIntoViewIfNeeded();
    expect(await end.isVisible()).toBe(true);
    expect(wrong).toEqual([]);
    await page.context().close();
  });
});

it("asks for the name of a protected environment, in every look", async () => {
  server.world = protectedProduction();
  for (const asks of ["deploy", "rollback"]) {
    const { page, wrong } = await open(browser, `${home}/apps/checkout/production?do=${asks}`);
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("production is protected. Type production to go on.").waitFor();
    if (asks === "deploy") await dialog.getByText("undone by 9f3c2ab").waitFor();
    await holds(page, `dialog-protected-${asks}`, WHOLE, false);
    expect(wrong).toEqual([]);
    await page.context().close();
  }
  server.world = sample();
});

it("shows what stands still, and why, in every look", async () => {
  server.world = standing();
  const { page, wrong } = await open(browser, `${home}/apps/checkout/staging`);
  await page.getByRole("region", { name: "Stands still" }).getByText("The database is slow.").waitFor();
  await page.getByRole("button", { name: "Say what mends it…" }).waitFor();
  await holds(page, "stands-still", BRIEF);
  expect(wrong).toEqual([]);
  await page.context().close();
  server.world = sample();
});

it("says on every page that the line is stopped, by whom and why, in every look", async () => {
  server.world = new Map([...sample(), ["/api/v1/locks", { items: [lock("l-1111111111111111", {}, { strength: "total", reason: "Payments are charged twice." })], total: 1 }]]);
  for (const address of ["/", "/queue"]) {
    const { page, wrong } = await open(browser, home + address);
    const banner = page.getByRole("status").filter({ hasText: "Everything is stopped by Mara Okafor: Payments are charged twice." });
    await banner.waitFor();
    await holds(page, `stopped${address.replace("/", "-")}`, BRIEF);
    await banner.getByRole("link", { name: "Locks" }).click();
    await page.getByRole("heading", { level: 1, name: "Everything is locked" }).waitFor();
    expect(wrong).toEqual([]);
    await page.context().close();
  }
  server.world = sample();
});

it("searches in every look", async () => {
  const { page, wrong } = await open(browser, home);
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("check");
  await page.getByRole("option", { name: "Deploy checkout to dev…" }).waitFor();
  await holds(page, "palette", WHOLE, false);
  expect(wrong).toEqual([]);
  await page.context().close();
});

it("shows a refusal where the action was, in every look", async () => {
  server.becomes = () => ({ refused: 409, code: "settled-already", detail: "checkout/staging#231 settled before it could be cancelled, and is in force." });
  const { page, wrong } = await open(browser, `${home}/apps/checkout/staging/231?do=cancel`);
  await page.getByRole("button", { name: "Cancel #231" }).click();
  await page.getByRole("alert").waitFor();
  await holds(page, "dialog-refused", WHOLE, false);
  expect(wrong).toEqual([]);
  await page.context().close();
});
