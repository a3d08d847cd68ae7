import { readFileSync } from "node:fs";
import type { Browser, BrowserContext, Page, Request } from "playwright-core";
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

/** What is shown of commits, branches that shipped, reasons of locks, what a command wrote, the name of a token. */
type Kind = "subjects" | "shipped" | "reasonsForApplication" | "reasonsForEnvironment" | "output" | "holder";

type Name = keyof typeof patterns;

/*
 * What each page shows of each kind: all, some (where only the newest have room, or one is about one), or none because.
 * Where every kind has a because, nothing of strangers is to be read on the page at all.
 */
const NAMES = "the names of applications and environments cannot hold such";
const BARE = "it tells of commits by their ids, for an entry holds no message";
const NO_COMMANDS = "what a command wrote is in logs";
const NO_LOCKS = "locks are told of where they hold";
const NO_BRANCHES = "it tells what became of a place, not of a branch";
const NO_PEOPLE = "nobody acts here";
const nothing = (because: string): Record<Kind, string> => ({ subjects: because, shipped: because, reasonsForApplication: because, reasonsForEnvironment: because, output: because, holder: because });
const acts = { subjects: BARE, output: NO_COMMANDS, holder: "all" } as const;

const TABLE: Readonly<Record<Name, Readonly<Record<Kind, string>>>> = {
  overview: { ...acts, shipped: NO_BRANCHES, reasonsForApplication: "some", reasonsForEnvironment: "some" },
  activity: { ...acts, shipped: "the newest entries are those of the locks", reasonsForApplication: "some", reasonsForEnvironment: "some" },
  applications: nothing(NAMES),
  application: { ...acts, shipped: "all", reasonsForApplication: "all", reasonsForEnvironment: NO_LOCKS },
  placement: { ...acts, shipped: NO_BRANCHES, reasonsForApplication: "all", reasonsForEnvironment: "all" },
  delivery: { ...acts, shipped: NO_BRANCHES, reasonsForApplication: NO_LOCKS, reasonsForEnvironment: NO_LOCKS },
  difference: { ...nothing(NO_PEOPLE), subjects: "all" },
  logs: { ...nothing(NO_PEOPLE), output: "all" },
  shipment: { ...nothing(BARE), shipped: "all" },
  event: { ...nothing(BARE), shipped: "all" },
  environments: nothing(NAMES),
  environment: { ...acts, shipped: NO_BRANCHES, reasonsForApplication: NO_LOCKS, reasonsForEnvironment: "all" },
  queue: nothing("nothing waits any more"),
  locks: { ...acts, shipped: NO_BRANCHES, reasonsForApplication: "all", reasonsForEnvironment: "all" },
  resources: nothing("nothing outside is waited for"),
  policies: nothing("there is none"),
  campaigns: nothing("there is none"),
  campaign: nothing("there is none"),
  notifications: nothing("there is none"),
  entry: { ...acts, shipped: "the newest entries are those of the locks", reasonsForApplication: "some", reasonsForEnvironment: "some" },
  whatIf: nothing("nobody has asked"),
  preview: nothing("nobody has asked"),
  login: nothing("nobody has entered"),
  catalogue: nothing("it shows the parts of the client itself"),
};

/** Where as many rows stand in both installations; elsewhere that depends on how the news arrived, and on what is on its way just then. */
const TWINS: readonly Name[] = ["overview", "activity", "applications", "difference", "logs", "environments", "environment", "locks", "resources", "policies", "notifications", "whatIf", "preview", "login", "catalogue"];

interface Asked {
  /** The same with harmless strings: what its pages have, the hostile one's may have. */
  readonly harmless: Installation;
  readonly hostile: Installation;
  /** What has to be read, by its kind. */
  readonly strings: Readonly<Record<Kind, readonly string[]>>;
}

const asked = JSON.parse(readFileSync(process.env.SLIPWAY_PAGES ?? "", "utf8")) as Asked;
/** What is read as something else than it is: controls, marks of direction, breaks of lines. */
const INVISIBLE = /(?![\n\t])[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\u200b\ufeff]/u;

/** A page has arrived when it looks the same so many times in a row, with so long between two looks. */
const STILL = 3;
const LOOK_MS = 40;

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
});

it("has strings of every kind", () => {
  for (const [kind, all] of Object.entries(asked.strings)) expect(all.length, kind).toBeGreaterThan(0);
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
  // Which of the client's own marks stand on a page depends on how the news arrived; what is on none of them is no mark.
  const own = new Set([...harmless.elements.values()].flatMap((elements) => [...elements]));
  for (const [name, elements] of hostile.elements) {
    expect([...elements].filter((element) => !own.has(element)), name).toEqual([]);
  }
  expect(hostile.wrong).toEqual([]);
  expect(harmless.wrong).toEqual([]);
  expect((Object.keys(TABLE) as Name[]).flatMap((name) => untold(name, hostile.texts.get(name) ?? ""))).toEqual([]);
  for (const name of TWINS) expect(hostile.counts.get(name), `elements of ${name}`).toEqual(harmless.counts.get(name));
});

/** Where a page does not show what the table says, or shows something where it says that nothing is. */
function untold(name: Name, text: string): string[] {
  const row = Object.entries(TABLE[name]) as [Kind, string][];
  const bare = row.every(([, how]) => how !== "all" && how !== "some");
  return row.flatMap(([kind, how]) => {
    const shown = asked.strings[kind].filter((each) => text.includes(read(kind, each)));
    const unshown = asked.strings[kind].filter((each) => !shown.includes(each));
    if (how === "all") return unshown.map((each) => `${name} does not show of ${kind}: ${each}`);
    if (how === "some") return shown.length > 0 ? [] : [`${name} shows none of ${kind}`];
    return bare ? shown.map((each) => `${name} shows of ${kind}, though ${how}: ${each}`) : [];
  });
}

/** As it is read: in logs colours are no text. */
function read(kind: Kind, text: string): string {
  // oxlint-disable-next-line no-control-regex
  return visible(kind === "output" ? text.replace(/\u001b\[[\d;]*m/g, "") : text);
}

interface Walked {
  /** Tags with the names of their attributes, by page. */
  readonly elements: ReadonlyMap<string, ReadonlySet<string>>;
  /** All that can be read, by page. */
  readonly texts: ReadonlyMap<string, string>;
  readonly counts: ReadonlyMap<string, readonly number[]>;
  readonly wrong: readonly string[];
}

/** Logs in, and looks at every page. */
async function walked({ login, pages }: Installation): Promise<Walked> {
  const home = new URL(login).origin;
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, reducedMotion: "reduce" });
  const wrong: string[] = [];
  const page = await watched(context, home, wrong);
  const open = unanswered(page);
  await page.goto(login);
  await page.waitForURL(`${home}/`);
  const elements = new Map<string, Set<string>>();
  const texts = new Map<string, string>();
  const counts = new Map<string, number[]>();
  for (const [name, addresses] of Object.entries(pages)) {
    const seen = new Set<string>();
    for (const address of addresses) {
      await arrived(page, open, home + address, wrong);
      const looked = await page.evaluate(look);
      looked.elements.forEach((element) => seen.add(element));
      texts.set(name, `${texts.get(name) ?? ""}\n${looked.text}`);
      counts.set(name, [...(counts.get(name) ?? []), looked.elements.length]);
      wrong.push(...looked.links.map((link) => `${address}: a link to ${link}`));
      const hidden = [looked.text, ...looked.attributes].filter((text) => INVISIBLE.test(text));
      wrong.push(...hidden.map((text) => `${address}: a control character in ${JSON.stringify(text.slice(0, 200))}`));
    }
    elements.set(name, seen);
  }
  await context.close();
  return { elements, texts, counts, wrong };
}

/** Opens an address, holds its policy to be strict, and waits until the page has read all that it shows. */
async function arrived(page: Page, open: ReadonlySet<Request>, address: string, wrong: string[]): Promise<void> {
  const response = await page.goto(address);
  const policy = response?.headers()["content-security-policy"] ?? "";
  const scripts = /(?:^|; ?)script-src ([^;]*)/.exec(policy)?.[1];
  if (scripts !== "'self'" || !policy.startsWith("default-src 'none'") || /unsafe|\*|data:|blob:/.test(policy)) wrong.push(`${address}: the content policy is ${policy}`);
  await page.locator("h1").first().waitFor();
  await page.locator(".loading").waitFor({ state: "detached" });
  await page.getByText(/^Reading/).first().waitFor({ state: "detached" });
  // What is asked only after something else was answered shows no sign of it before.
  for (let still = 0, before = ""; still < STILL; ) {
    await page.waitForTimeout(LOOK_MS);
    const now = await page.evaluate(() => document.body.innerHTML);
    still = open.size === 0 && now === before ? still + 1 : 0;
    before = now;
  }
}

/** The questions of a page that have no answer yet, but for those that the server holds. */
function unanswered(page: Page): ReadonlySet<Request> {
  const open = new Set<Request>();
  const isHeld = (url: string) => /\/api\/v1\/changes|[?&]wait=/.test(url);
  page.on("request", (request) => void (isHeld(request.url()) || open.add(request)));
  page.on("requestfinished", (request) => void open.delete(request));
  page.on("requestfailed", (request) => void open.delete(request));
  return open;
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
