import { existsSync } from "node:fs";
import { chromium, type Browser, type Page } from "playwright-core";
import { NOW } from "../src/fixtures/world";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** A real Chromium with a new profile. Without one the tests fail, because a skipped test proves nothing. */
export async function launch(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? PLACES.find((place) => existsSync(place));
  if (executablePath === undefined) {
    throw new Error(`No Chromium at ${PLACES.join(", ")}. Install the package "chromium", or name the program in CHROMIUM.`);
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

/** A page at the sample's instant, with what went wrong on it: errors, policy violations, dialogs, foreign requests. */
export async function open(browser: Browser, address: string, look: Look = {}): Promise<{ page: Page; wrong: string[] }> {
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
  await page.clock.setFixedTime(NOW);
  await page.goto(address);
  await page.locator("h1").first().waitFor();
  return { page, wrong };
}
