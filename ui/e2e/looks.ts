import axe, { type AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";

/** How a page is looked at: its width in pixels and its theme. */
export type Look = readonly [width: number, scheme: "light" | "dark"];
export const BRIEF: readonly Look[] = [[1440, "light"], [320, "dark"]];
export const WHOLE: readonly Look[] = [[1440, "light"], [1440, "dark"], [1024, "light"], [390, "dark"], [390, "light"], [320, "light"]];

/** Holds the page as it stands against axe and its own width in every look; takes pictures when asked to. */
export async function holds(page: Page, name: string, looks: readonly Look[], fullPage = true): Promise<void> {
  await page.evaluate(axe.source);
  for (const [width, scheme] of looks) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: width < 800 ? 844 : 1000 });
    if (process.env.PICTURES !== undefined) await page.screenshot({ path: `e2e/pictures/${name}-${width}-${scheme}.png`, fullPage });
    expect(await violations(page), `${width} ${scheme}`).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), `${width} overflows`).toBeLessThanOrEqual(0);
  }
}

/** What axe finds, in short. */
export async function violations(page: Page): Promise<string[]> {
  const found = (await page.evaluate(async () => await (window as unknown as { axe: typeof axe }).axe.run())) as AxeResults;
  return found.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(" ")).join(", ")}`);
}
