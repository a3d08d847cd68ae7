import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { rolling, settled } from "../src/fixtures/deliveries";
import { launch, open } from "./browser";
import { Server } from "./server";
import { sample } from "./world";

let browser: Browser;
let server: Server;
let home: string;
let page: Page;

beforeAll(async () => {
  browser = await launch();
});

beforeEach(async () => {
  server = new Server(sample());
  home = await server.start();
});

afterEach(async () => {
  await page?.context().close();
  await server.stop();
});

afterAll(async () => {
  await browser?.close();
});

const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());

it("goes by keyboard alone from the overview to why a delivery is stuck", async () => {
  ({ page } = await open(browser, home));
  await page.keyboard.press("Tab");
  expect(await focused()).toBe("Skip to content");
  await page.keyboard.press("Enter");
  for (let presses = 0; presses < 12 && (await focused()) !== "payments in staging"; presses += 1) await page.keyboard.press("Tab");
  expect(await focused()).toBe("payments in staging");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "payments 9f3c2ab to staging" }).waitFor();
  await page.getByText("slipway settle payments/staging#42 --target local --rerun").waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("q");
  await page.getByRole("heading", { level: 1, name: "One shipment waits" }).waitFor();
  expect(await page.title()).toBe("One shipment waits · Slipway");
});

it("changes in place when the server tells of a change, without a reload", async () => {
  ({ page } = await open(browser, `${home}/apps/checkout/staging/231`));
  await page.getByText("Live", { exact: true }).waitFor();
  const mark = await page.evaluate(() => ((window as unknown as { mark: number }).mark = 1));
  const at = "/api/v1/applications/checkout/environments/staging/deliveries/231";
  server.world = new Map([...sample(), [at, { ...settled, delivery: { ...settled.delivery, number: 231, sha: rolling.delivery.sha } }]]);
  server.tell({ position: 48201, at: "2026-11-21T14:38:32Z", type: "RolloutSettled", application: "checkout", environment: "staging", number: 231, summary: "Settled" });
  await page.getByRole("heading", { name: "Settled in 7 min 12 s" }).waitFor();
  expect(await page.evaluate(() => (window as unknown as { mark: number }).mark)).toBe(mark);
});

it("shows who queued which commit, at which place and for what, behind what is on its way", async () => {
  ({ page } = await open(browser, `${home}/queue`));
  const queued = page.getByRole("region", { name: "Queue" }).getByRole("listitem");
  expect(await queued.textContent()).toMatch(/checkout c0ffee1 to production.*Delivery #184 of production is still under way.*next · asked for by Lena Brandt/s);
  const moving = page.getByRole("region", { name: "On their way" });
  await expect.poll(() => moving.getByRole("listitem").count()).toBe(3);
  expect(await moving.textContent()).toMatch(/catalog b7730f1 to staging.*1 of 2 approvals.*#59/s);
  await queued.getByRole("link", { name: /^Delivery #184/ }).click();
  await page.getByRole("heading", { level: 1, name: /^checkout in production/ }).waitFor();
});

it("keeps the page readable when the server goes, says so, and catches up when it returns", async () => {
  ({ page } = await open(browser, home));
  await page.getByText("Live", { exact: true }).waitFor();
  server.hangUp();
  await page.getByText(/^Reconnecting/).waitFor();
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("One application is failing, one is stuck");
  await page.getByText("Live", { exact: true }).waitFor();
});

it("asks for a login first, says when it does not work, and then lets in", async () => {
  server.signedIn(false);
  ({ page } = await open(browser, home));
  await page.getByRole("heading", { name: "Log in to see what runs where" }).waitFor();
  await page.getByLabel("Token, or the secret of a login link").fill("wrong");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").waitFor();
  await page.getByLabel("Token, or the secret of a login link").fill("right-secret");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "One application is failing, one is stuck" }).waitFor();
  expect(server.commands.map((command) => command.request)).toEqual(["1", "1"]);
});

it("logs in by a one-time link and leaves no secret in the address", async () => {
  server.signedIn(false);
  ({ page } = await open(browser, `${home}/login#right-secret`));
  await page.getByRole("heading", { name: "One application is failing, one is stuck" }).waitFor();
  expect(page.url()).toBe(`${home}/`);
  expect(server.commands).toHaveLength(1);
});

it("asks again over the page when the session ends in the middle, and the page stays", async () => {
  ({ page } = await open(browser, `${home}/apps/checkout/staging/231`));
  server.signedIn(false);
  await page.getByRole("link", { name: "Queue" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Your session has ended" });
  await dialog.waitFor();
  await dialog.getByLabel("Token, or the secret of a login link").fill("right-secret");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "One shipment waits" }).waitFor();
  expect(await dialog.count()).toBe(0);
});

it("keeps the chosen theme over a reload, and the system's otherwise", async () => {
  ({ page } = await open(browser, home));
  const scheme = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  expect(await scheme()).toBe("light dark");
  await page.getByRole("radio", { name: "Dark" }).check({ force: true });
  expect(await scheme()).toBe("dark");
  await page.reload();
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(await scheme()).toBe("dark");
});

it("narrows the activity by typed words, keeps them in the address, and drops them one by one", async () => {
  ({ page } = await open(browser, `${home}/activity`));
  const field = page.getByRole("textbox", { name: "Filter in words" });
  await field.fill("team:x");
  await page.keyboard.press("Enter");
  expect(await page.getByRole("alert").textContent()).toMatch(/^team:x is not understood/);
  await field.fill("app:checkout env:staging");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "10 entries of checkout in staging" }).waitFor();
  expect(page.url()).toBe(`${home}/activity?application=checkout&environment=staging`);
  await page.getByRole("button", { name: "Drop env:staging" }).click();
  await page.getByRole("heading", { level: 1, name: "10 entries of checkout", exact: true }).waitFor();
  await page.goBack();
  await page.getByRole("heading", { level: 1, name: "10 entries of checkout in staging" }).waitFor();
});
