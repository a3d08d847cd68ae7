import { readFileSync } from "node:fs";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { matchPath } from "react-router";
import { afterAll, beforeAll, expect, it } from "vitest";
import { patterns } from "../../src/app/paths";
import { visible } from "../../src/lib/words/outside";
import { launch } from "../browser";

/** A real server with strings in it, and the addresses of every page by the page's name. */
interface Installation {
  readonly login: string;
  readonly pages: Readonly<Record<string, readonly string[]>>;
}

interface Asked {
  /** The same with harmless strings: what its pages have, the hostile one's may have. */
  readonly harmless: Installation;
  readonly hostile: Installation;
  /** What has to be read somewhere. */
  readonly strings: readonly string[];
}

const asked = JSON.parse(readFileSync(process.env.SLIPWAY_PAGES ?? "", "utf8")) as Asked;
/** What is read as something else than it is: controls, marks of direction, breaks of lines. */
const INVISIBLE = /(?![\n\t])[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\u200b\ufeff]/u;

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
});

it("visits every page of the router, and each at its own address", () => {
  expect(Object.keys(asked.hostile.pages).sort()).toEqual(Object.keys(patterns).sort());
  for (const { pages } of [asked.harmless, asked.hostile]) {
    for (const [name, addresses] of Object.entries(pages)) {
      expect(addresses.length, name).toBeGreaterThan(0);
      for (const address of addresses) expect(matchPath(patterns[name as keyof typeof patterns], new URL(address, "http://x").pathname), address).not.toBeNull();
    }
  }
});

it("shows every string of strangers as text on every page, and nothing else comes of it", async () => {
  const harmless = await walked(asked.harmless);
  const hostile = await walked(asked.hostile);
  for (const [name, elements] of hostile.elements) {
    expect([...elements].filter((element) => !harmless.elements.get(name)?.has(element)), name).toEqual([]);
  }
  expect(hostile.wrong).toEqual([]);
  expect(harmless.wrong).toEqual([]);
  const unread = asked.strings.filter((text) => !hostile.text.includes(visible(text)));
  expect(unread).toEqual([]);
});

interface Walked {
  /** Tags with the names of their attributes, by page. */
  readonly elements: ReadonlyMap<string, ReadonlySet<string>>;
  /** All that can be read. */
  readonly text: string;
  readonly wrong: readonly string[];
}

/** Logs in, and looks at every page. */
async function walked({ login, pages }: Installation): Promise<Walked> {
  const home = new URL(login).origin;
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, reducedMotion: "reduce" });
  const wrong: string[] = [];
  const page = await watched(context, home, wrong);
  await page.goto(login);
  await page.waitForURL(`${home}/`);
  const elements = new Map<string, Set<string>>();
  const texts: string[] = [];
  for (const [name, addresses] of Object.entries(pages)) {
    const seen = new Set<string>();
    for (const address of addresses) {
      await arrived(page, home + address, wrong);
      const looked = await page.evaluate(look);
      looked.elements.forEach((element) => seen.add(element));
      texts.push(looked.text);
      wrong.push(...looked.links.map((link) => `${address}: a link to ${link}`));
      const hidden = [looked.text, ...looked.attributes].filter((text) => INVISIBLE.test(text));
      wrong.push(...hidden.map((text) => `${address}: a control character in ${JSON.stringify(text.slice(0, 200))}`));
    }
    elements.set(name, seen);
  }
  await context.close();
  return { elements, text: texts.join("\n"), wrong };
}

/** Opens an address, holds its policy to be strict, and waits until the page has read all that it shows. */
async function arrived(page: Page, address: string, wrong: string[]): Promise<void> {
  const response = await page.goto(address);
  const policy = response?.headers()["content-security-policy"] ?? "";
  const scripts = /(?:^|; ?)script-src ([^;]*)/.exec(policy)?.[1];
  if (scripts !== "'self'" || !policy.startsWith("default-src 'none'") || /unsafe|\*|data:|blob:/.test(policy)) wrong.push(`${address}: the content policy is ${policy}`);
  await page.locator("h1").first().waitFor();
  await page.locator(".loading").waitFor({ state: "detached" });
  await page.getByText(/^Reading/).first().waitFor({ state: "detached" });
}

async function watched(context: BrowserContext, home: string, wrong: string[]): Promise<Page> {
  const page = await context.newPage();
  page.on("pageerror", (error) => wrong.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("Failed to load resource")) wrong.push(`console: ${message.text()}`);
  });
  page.on("dialog", (dialog) => {
    wrong.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("popup", (popup) => wrong.push(`popup: ${popup.url()}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(`${home}/`)) wrong.push(`foreign request: ${request.url()}`);
  });
  return page;
}

/** What there is on the page, from within it. */
function look() {
  const all = [...document.querySelectorAll("*")];
  return {
    elements: all.map((element) => `${element.tagName} ${element.getAttributeNames().sort().join(" ")}`),
    attributes: [document.title, ...all.flatMap((element) => element.getAttributeNames().map((name) => element.getAttribute(name) ?? ""))],
    text: document.body.textContent ?? "",
    links: [...document.querySelectorAll("[href], [src], [action], [formaction]")]
      .flatMap((element) => ["href", "src", "action", "formaction"].map((name) => element.getAttribute(name)))
      .filter((link) => link !== null)
      .filter((link) => {
        const url = new URL(link, location.href);
        return url.origin !== location.origin || url.protocol !== location.protocol;
      }),
  };
}
