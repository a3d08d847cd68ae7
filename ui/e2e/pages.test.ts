import axe from "axe-core";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch, open } from "./browser";
import { BRIEF, holds, type Look, violations, WHOLE } from "./looks";
import { Server } from "./server";
import { empty, sample } from "./world";

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

const PAGES: readonly (readonly [name: string, address: string, title: string, looks: readonly Look[]])[] = [
  ["overview", "/", "One application is failing, one is stuck", WHOLE],
  ["delivery", "/apps/checkout/staging/231", "checkout 9f3c2ab to staging", WHOLE],
  ["difference", "/apps/checkout/staging/231/diff", "checkout in staging: #231 brings two commits, takes one commit back, adds migrate and changes web", WHOLE],
  ["same", "/apps/checkout/staging/230/diff", "checkout in staging: #230 is the same as #229", BRIEF],
  ["logs", "/apps/checkout/staging/231/logs", "Logs of checkout in staging", WHOLE],
  ["approve", "/apps/catalog/staging/59", "catalog b7730f1 to staging", WHOLE],
  ["failed", "/apps/search/staging/21", "search 9f3c2ab to staging", WHOLE],
  ["stuck", "/apps/payments/staging/42", "payments 9f3c2ab to staging", BRIEF],
  ["settled", "/apps/checkout/staging/230", "checkout 4b1e77d to staging", BRIEF],
  ["placement", "/apps/checkout/staging", "checkout in staging runs 4b1e77d, delivery #230", BRIEF],
  ["application", "/apps/checkout", "checkout: 9f3c2ab is on its way, now in staging", BRIEF],
  ["applications", "/apps", "Four applications are known", BRIEF],
  ["environments", "/envs", "One target of 6 is offline", BRIEF],
  ["environment", "/envs/staging", "staging: one application is failing, one is stuck", BRIEF],
  ["activity", "/activity", "10 entries", BRIEF],
  ["activity-filtered", "/activity?application=checkout&from=2026-11-20T00:00:00.000Z", "10 entries of checkout, filtered", BRIEF],
  ["queue", "/queue", "One shipment waits", WHOLE],
  ["locks", "/locks", "production is locked", WHOLE],
  ["resources", "/resources", "One version is asked of its owner", WHOLE],
  ["policies", "/policies", "Three rules of two policies have to hold", WHOLE],
  ["campaigns", "/campaigns", "One campaign is halted", WHOLE],
  ["campaign", "/campaigns/c-0123456789abcdef", "cost-caps, revision 4, is halted", WHOLE],
  ["notifications", "/notifications", "One notification of 2 cannot be delivered", WHOLE],
  ["preview", "/preview/checkout", "What would a commit of checkout come to?", BRIEF],
  ["whatif", "/whatif", "What if a document had said something else?", BRIEF],
  ["locked", "/envs/production", "production: one application differs from its order, one delivery waits", BRIEF],
  ["event", "/events/48102", "One shipment came of this", BRIEF],
  ["shipment", "/shipments/s-7f21aa00bb11cc22", "checkout 9f3c2ab is on its way, now going to staging", BRIEF],
  ["entry", "/ledger/48176", "stage-1a got its order for step 1", BRIEF],
  ["nowhere", "/nowhere", "There is no such page here", BRIEF],
];

describe.each(PAGES)("%s", (name, address, title, looks) => {
  it("answers in its first sentence, is accessible, and fits every width in both themes", async () => {
    const { page, wrong } = await open(browser, home + address);
    await page.getByRole("heading", { level: 1, name: title, exact: true }).waitFor();
    await page.locator(".loading").waitFor({ state: "detached" });
    await holds(page, name, looks);
    await expect.poll(() => page.locator("h1").count()).toBe(1);
    expect(wrong).toEqual([]);
    await page.context().close();
  });
});

describe("an installation that nobody has used yet", () => {
  it("teaches the first steps, with something to copy", async () => {
    server.world = empty();
    const { page, wrong } = await open(browser, home);
    await page.getByRole("heading", { level: 1, name: "Nothing here yet: bring in your first application" }).waitFor();
    await expect.poll(() => page.getByText("slipway app add URL").count()).toBe(1);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "Copy slipway.yaml" }).click();
    await page.getByRole("button", { name: "Copied slipway.yaml" }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split("\n")).toHaveLength(5);
    await page.evaluate(axe.source);
    if (process.env.PICTURES !== undefined) await page.screenshot({ path: "e2e/pictures/first-run.png", fullPage: true });
    expect(await violations(page)).toEqual([]);
    expect(wrong).toEqual([]);
    await page.context().close();
    server.world = sample();
  });
});
