import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import branches from "../src/fixtures/hostile/branch-names.json";
import messages from "../src/fixtures/hostile/commit-messages.json";
import { visible } from "../src/lib/words/outside";
import { launch, open } from "./browser";
import { Server } from "./server";
import { sample, withText } from "./world";

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

/** All of them in one text, and each by itself where the timeline shows one. */
const STRINGS = [...messages.messages, ...branches.branches.map((branch) => branch.name)];
const TOGETHER = STRINGS.join(" ").slice(0, 4000);
const DIALOGS = ["/apps/checkout?do=deploy", "/apps/checkout/staging/231?do=cancel", "/apps/checkout/staging/231?do=settle-stage-1a", "/shipments/s-7f21aa00bb11cc22?do=cancel", "/locks?do=unlock-l-0123456789abcdef"];
const PAGES = ["/", "/apps/checkout/staging/231", "/apps/checkout/staging/231/diff", "/apps/catalog/staging/59", "/apps/catalog/staging", "/apps/checkout", "/envs/staging", "/events/48102", "/ledger/48176", "/activity", "/locks", "/resources", "/policies", "/campaigns", "/campaigns/c-0123456789abcdef", "/notifications", ...DIALOGS];

it.each(PAGES)("%s shows strings from outside as text, and nothing else comes of them", async (address) => {
  server.world = withText("x");
  const harmless = await open(browser, home + address);
  const expected = await harmless.page.locator("body *").evaluateAll(shape);
  const outward = await harmless.page.locator("a").evaluateAll(outside);
  await harmless.page.context().close();

  server.world = withText(TOGETHER);
  const { page, wrong } = await open(browser, home + address);
  expect(await page.locator("body *").evaluateAll(shape)).toEqual(expected);
  expect(await page.locator("a").evaluateAll(outside)).toEqual(outward);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  expect(wrong).toEqual([]);
  await page.context().close();
});

it("shows a refusal's strings as text in its dialog", async () => {
  server.world = sample();
  server.becomes = () => ({ refused: 409, code: TOGETHER.slice(0, 200), detail: TOGETHER });
  const { page, wrong } = await open(browser, `${home}/apps/checkout/staging/231?do=cancel`);
  await page.setViewportSize({ width: 320, height: 844 });
  await page.getByRole("button", { name: "Cancel #231" }).click();
  await page.getByRole("alert").waitFor();
  expect(await page.getByRole("alert").locator("bdi").first().textContent()).toBe(visible(TOGETHER, 600));
  expect(await page.locator("dialog script, dialog img, dialog iframe").count()).toBe(0);
  expect(await page.locator("dialog").evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)).toBeLessThanOrEqual(0);
  expect(wrong).toEqual([]);
  await page.context().close();
});

it("shows each of them whole, with its controls visible", async () => {
  const world = sample();
  const entry = { position: 1, at: "2026-11-21T14:00:00Z", type: "EventReceived", stream: "source/git", actor: { id: "git", name: "git" } };
  const detail = world.get("/api/v1/applications/checkout/environments/staging/deliveries/231") as object;
  const timeline = STRINGS.map((summary, index) => ({ ...entry, position: index + 1, summary }));
  world.set("/api/v1/applications/checkout/environments/staging/deliveries/231", { ...detail, timeline });
  server.world = world;
  const { page, wrong } = await open(browser, `${home}/apps/checkout/staging/231`);
  const shown = await page.locator(".tl .e a.under bdi").evaluateAll((nodes) => nodes.map((node) => node.textContent));
  expect(shown).toEqual(STRINGS.map((text) => visible(text)));
  expect(wrong).toEqual([]);
  await page.context().close();
});

/** Which elements with which handlers there are: markup from outside would add some. */
function shape(elements: Element[]): string[] {
  return elements.map((element) => `${element.tagName} ${element.getAttributeNames().filter((name) => name.startsWith("on")).join(" ")}`);
}

/** Where links lead that lead elsewhere: those that the server made of its own, such as a pull request's, and none of a text. */
function outside(links: Element[]): string[] {
  return links.map((link) => (link as HTMLAnchorElement).href).filter((href) => new URL(href).origin !== location.origin);
}
