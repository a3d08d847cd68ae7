import { existsSync } from "node:fs";
import { chromium, type Browser, type Page, type Request } from "playwright-core";
import { expect } from "vitest";
import { NOW } from "../src/fixtures/world";

/** The one without a window first: it needs less than half of the processor's time. */
const PLACES = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** A real Chromium with a new profile. Without one the tests fail, because a skipped test proves nothing. */
export async function launch(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? PLACES.find((place) => existsSync(place));
  if (executablePath === undefined) {
    throw new Error(`No Chromium at ${PLACES.join(", ")}. Install the package "chromium-headless-shell", or name the program in CHROMIUM.`);
  }
  return await chromium.launch({
    executablePath,
    headless: true,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}

export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
}

export interface Opened {
  readonly page: Page;
  /** What went wrong on it: errors, policy violations, dialogs, foreign requests. */
  readonly wrong: string[];
}

/** A page at the sample's instant, once all that it has asked for was answered and drawn and it asks for nothing more. */
export async function open(browser: Browser, address: string, look: Look = {}): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width: look.width ?? 1440, height: look.height ?? 1000 },
    colorScheme: look.dark === true ? "dark" : "light",
    timezoneId: "UTC",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on("pageerror", (error) => wrong.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("Failed to load resource")) wrong.push(`console: ${message.text()}`);
  });
  page.on("dialog", (dialog) => {
    wrong.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  const home = new URL(address).origin;
  page.on("request", (request) => {
    if (!request.url().startsWith(home)) wrong.push(`foreign request: ${request.url()}`);
  });
  const read = reading(page);
  await page.clock.setFixedTime(NOW);
  await page.goto(address);
  await page.locator("h1").first().waitFor();
  await read();
  return { page, wrong };
}

/** Follows what a page asks for from now on, but for questions that are held until there is news. */
function reading(page: Page): () => Promise<void> {
  const underWay = new Set<Request>();
  page.on("request", (request) => {
    if (!held(new URL(request.url()).pathname)) underWay.add(request);
  });
  page.on("requestfinished", (request) => underWay.delete(request));
  page.on("requestfailed", (request) => underWay.delete(request));
  return async () => {
    do {
      await expect.poll(() => underWay.size).toBe(0);
      await page.evaluate(drawn);
    } while (underWay.size > 0);
  };
}

/** The stream of changes is never answered to its end, and where a log is followed there is always a question under way. */
function held(path: string): boolean {
  return path === "/api/v1/changes" || path.includes("/logs/");
}

/** What was answered is drawn within three frames, and then the page has asked for whatever else it wants. */
async function drawn(): Promise<void> {
  for (let frames = 0; frames < 3; frames += 1) await new Promise((next) => requestAnimationFrame(next));
}
