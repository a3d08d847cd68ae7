import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { Stage } from "./stage";

const stage = new Stage();

/** What the engine calls things by. The sample's positions all begin with 48. */
const IDENTIFIERS: readonly (readonly [what: string, shape: RegExp])[] = [
  ["a position in the ledger", /\b48\s?\d{3}\b/g],
  ["a fence", /\b(?:fence|generation)\b/gi],
  ["a digest, or more of a commit than names it", /sha256:|\b[0-9a-f]{8}…[0-9a-f]{4}\b|\b(?=[0-9a-f]*\d)[0-9a-f]{12,}\b/g],
  ["an actor's id", /\b[ap]-[0-9a-f]+\b/g],
  ["the id of a shipment or a lock", /\b[sl]-[0-9a-f]{4,}\b/g],
];

/** Where a page needs one all the same, and why. */
const NEEDED: readonly (readonly [where: string, why: string])[] = [
  [".snippet", "A command to copy names exactly what it acts on."],
  [".exactly .hash", "An approval is for exactly this hash, so whoever gives it sees it."],
];

const PAGES: readonly (readonly [page: string, address: string])[] = [
  ["the overview", "/"],
  ["an application", "/apps/checkout"],
  ["a placement", "/apps/checkout/staging"],
  ["a placement that waits for a person", "/apps/payments/staging"],
  ["a delivery that moves", "/apps/checkout/staging/231"],
  ["a delivery that waits for a word", "/apps/catalog/staging/59"],
  ["a delivery that is stuck", "/apps/payments/staging/42"],
  ["a delivery that failed", "/apps/search/staging/21"],
  ["the queue", "/queue"],
  ["a shipment", "/shipments/s-7f21aa00bb11cc22"],
  ["an environment", "/envs/production"],
  ["the locks", "/locks"],
  ["the resources", "/resources"],
  ["the policies", "/policies"],
  ["the campaigns", "/campaigns"],
  ["a campaign", "/campaigns/c-0123456789abcdef"],
  ["the notifications", "/notifications"],
];

/** The identifiers in what is to be seen, but for what is needed. */
async function found(page: Page): Promise<readonly string[]> {
  await page.waitForLoadState("networkidle");
  const text = await page.locator(".shell").evaluate((shell, needed) => {
    for (const each of shell.querySelectorAll<HTMLElement>(needed)) each.style.setProperty("display", "none", "important");
    return (shell as HTMLElement).innerText;
  }, NEEDED.map(([where]) => where).join(", "));
  return IDENTIFIERS.flatMap(([what, shape]) => [...text.matchAll(shape)].map(([identifier]) => `${what}: ${identifier}`));
}

describe.each(PAGES)("%s", (_page, address) => {
  it("speaks of what people know", async () => {
    await stage.visit(address);
    expect(await found(stage.page)).toEqual([]);
  });
});

it("has the engine's identifiers one click deeper", async () => {
  await stage.visit("/apps/checkout/staging/231");
  await stage.page.getByText("Digests", { exact: true }).click();
  expect(await found(stage.page)).toContain("a digest, or more of a commit than names it: 5be10c7a…c04f");
  await stage.page.getByRole("link", { name: /^Entry 48\s102$/ }).click();
  await stage.page.getByRole("heading", { level: 1 }).waitFor();
  expect(await found(stage.page)).toContain("a position in the ledger: 48102");
});

it("has the id of a shipment where the command line is spoken of", async () => {
  await stage.visit("/shipments/s-7f21aa00bb11cc22");
  await stage.page.getByText("For the command line").click();
  expect(await found(stage.page)).toContain("the id of a shipment or a lock: s-7f21aa00bb11cc22");
});
