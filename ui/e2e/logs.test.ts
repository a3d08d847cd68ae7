import { expect, it } from "vitest";
import branches from "../src/fixtures/hostile/branch-names.json";
import messages from "../src/fixtures/hostile/commit-messages.json";
import { LOG } from "../src/fixtures/logs";
import { visible } from "../src/lib/words/outside";
import { Stage } from "./stage";
import { sample } from "./world";

const stage = new Stage();
const PAGE = "/apps/checkout/staging/231/logs";
const BYTES = `/api/v1/applications/checkout/environments/staging/deliveries/231/logs/${LOG.id}`;
const MEGABYTE = 1024 * 1024;

/** More would be felt as freezing; a machine that is busy with other builds has its share in it. */
const LONGEST_TASK = 1500;

/** What is seen and a little around it, whatever the log's length. */
const ELEMENTS_MAX = 600;

function serve(content: Buffer): void {
  stage.server.world = new Map([...sample(), [BYTES, content]]);
}

const rows = () => stage.page.locator(".output-row").allTextContents();

it("is one click from its delivery", async () => {
  await stage.visit("/apps/checkout/staging/231");
  await stage.page.getByRole("link", { name: "Logs", exact: true }).click();
  await stage.page.getByText("slot cache refreshed, 96 entries").waitFor();
  expect(new URL(stage.page.url()).pathname).toBe(PAGE);
});

it("follows a log of 50 MB without freezing, and holds only what is seen", async () => {
  const line = `\u001b[32m${"a line that says nothing in particular ".repeat(3)}\u001b[0m\n`;
  const big = Buffer.from(line.repeat(Math.ceil((50 * MEGABYTE) / line.length)));
  serve(Buffer.concat([big, Buffer.from("the newest line\n")]));
  await stage.visit(PAGE);
  await stage.page.getByText("the newest line").waitFor();
  await stage.page.evaluate(() => {
    const longest = window as unknown as { longest: number };
    longest.longest = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) longest.longest = Math.max(longest.longest, entry.duration);
    }).observe({ type: "longtask" });
  });
  for (let part = 1; part <= 10; part += 1) {
    serve(Buffer.concat([big, Buffer.from(line.repeat(part * 5000)), Buffer.from(`newest ${part}\n`)]));
    await stage.page.getByText(`newest ${part}`, { exact: true }).waitFor();
  }
  expect(await stage.page.evaluate(() => (window as unknown as { longest: number }).longest)).toBeLessThan(LONGEST_TASK);
  expect(await stage.page.locator(".output *").count()).toBeLessThan(ELEMENTS_MAX);
});

it("reads what is older when somebody goes there, and follows again on a key", async () => {
  const lines = Array.from({ length: 20_000 }, (_, index) => `line ${index} of many that are there`);
  serve(Buffer.from(`${lines.join("\n")}\n`));
  await stage.visit(PAGE);
  await stage.page.getByText("line 19999 of").waitFor();
  const box = stage.page.locator(".output");
  for (let tries = 0; tries < 10 && !(await rows()).some((row) => row.startsWith("line 0 of")); tries += 1) {
    await box.evaluate((element) => element.scrollTo(0, 100));
    await box.evaluate((element) => element.scrollTo(0, 0));
    await stage.page.waitForFunction(() => document.querySelector(".output-row") !== null);
    await stage.page.waitForTimeout(100);
  }
  expect(await rows()).toContain(lines[0]);
  expect(await stage.page.getByRole("checkbox", { name: "Follow" }).isChecked()).toBe(false);
  await stage.page.locator("h1").click();
  await stage.page.keyboard.press("f");
  await stage.page.getByText("line 19999 of").waitFor();
});

it("folds very long lines, and shows what is no text", async () => {
  serve(Buffer.concat([Buffer.from("x".repeat(2500)), Buffer.from([10, 0xff, 0xfe, 0, 13, 10]), Buffer.from("after\n")]));
  await stage.visit(PAGE);
  await stage.page.getByText("after", { exact: true }).waitFor();
  expect(await rows()).toEqual(["x".repeat(1000), "x".repeat(1000), "x".repeat(500), "\ufffd\ufffd␀", "after"]);
});

it("shows strings from outside as text, and nothing else comes of them", async () => {
  const strings = [...messages.messages, ...branches.branches.map((branch) => branch.name)].map((text) => text.replaceAll(/[\r\n]/g, " "));
  serve(Buffer.from(`${strings.join("\n")}\nthe end\n`));
  await stage.visit(PAGE, { height: 3000 });
  await stage.page.getByText("the end", { exact: true }).waitFor();
  // oxlint-disable-next-line no-control-regex
  const plain = (text: string) => visible(text.replaceAll(/\u001b\[[\d;]*m/g, ""), Number.POSITIVE_INFINITY);
  const shown = await rows();
  for (const row of shown.slice(0, -1)) expect(strings.map(plain).join("\n")).toContain(row);
  expect(await stage.page.locator(".output a, .output script, .output img, .output iframe, .output svg").count()).toBe(0);
  expect(await stage.page.locator("a").evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).origin).filter((origin) => origin !== location.origin))).toEqual([]);
});
