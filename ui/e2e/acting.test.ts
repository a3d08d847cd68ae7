import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { rolling } from "../src/fixtures/deliveries";
import { launch, open } from "./browser";
import { type Becomes, Server } from "./server";
import { as, sample, standing } from "./world";

let browser: Browser;
let server: Server;
let home: string;
let page: Page;
let wrong: string[];

beforeAll(async () => {
  browser = await launch();
});

beforeEach(async () => {
  server = new Server(sample());
  home = await server.start();
});

afterEach(async () => {
  expect(wrong).toEqual([]);
  await page?.context().close();
  await server.stop();
});

afterAll(async () => {
  await browser?.close();
});

const STAGING = "/api/v1/applications/checkout/environments/staging/deliveries/231";
const visit = async (address: string) => ({ page, wrong } = await open(browser, home + address));
const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
const keys = () => server.commands.map((command) => command.key);
const carried = (sentence: string): Becomes => ({ carried: { position: 9, settlement: "followed", because: { code: "x", sentence }, entries: [] } });
const bodies = () => server.commands.map((command) => JSON.parse(command.body || "null") as unknown);

it("deploys where a person says, and nowhere by default", async () => {
  await visit("/apps/checkout");
  await press("Deploy…");
  const dialog = page.getByRole("dialog", { name: "Deploy checkout" });
  expect(await dialog.getByRole("radio").evaluateAll((all) => all.filter((each) => (each as HTMLInputElement).checked).length)).toBe(0);
  expect(await dialog.getByRole("button", { name: "Deploy", exact: true }).isDisabled()).toBe(true);
  await expect.poll(() => dialog.getByText("Choose an environment.").count()).toBe(1);
  await dialog.getByRole("radio", { name: "production" }).check();
  await dialog.getByLabel("Branch, tag or commit").fill(" v1.2 ");
  await dialog.getByRole("button", { name: "Deploy to production" }).click();
  await dialog.waitFor({ state: "detached" });
  expect(server.commands.map(({ method, path, request }) => [method, path, request])).toEqual([["POST", "/api/v1/applications/checkout/deploy", "1"]]);
  expect(bodies()).toEqual([{ environment: "production", revision: "v1.2" }]);
  await page.getByText("Sent: It is on its way.").waitFor();
  expect(await focused()).toBe("Deploy…");
});

it("forces only what was typed by name", async () => {
  await visit("/apps/checkout/production");
  await press("Deploy…");
  const dialog = page.getByRole("dialog", { name: "Deploy checkout to production" });
  await dialog.getByRole("checkbox").check();
  const force = dialog.getByRole("button", { name: "Force to production" });
  expect(await force.isDisabled()).toBe(true);
  await dialog.getByLabel(/^What these guardrails keep out/).fill("checkout/staging");
  expect(await force.isDisabled()).toBe(true);
  await dialog.getByLabel(/^What these guardrails keep out/).fill("checkout/production");
  await force.click();
  await dialog.waitFor({ state: "detached" });
  expect(bodies()).toEqual([{ environment: "production", force: true }]);
});

it("cancels a delivery by keyboard alone, and shows it when the server tells of it, not before", async () => {
  await visit("/apps/checkout/staging/231");
  await page.getByText("Live", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Cancel…" }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Cancel checkout/staging#231" });
  await dialog.waitFor();
  expect(await focused()).toBe("Let it go on");
  expect(await dialog.textContent()).toMatch(/All 3 targets are ordered back.*#230 stays in force in staging/);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  expect(await focused()).toBe("Cancel…");
  expect(server.commands).toEqual([]);
  await page.keyboard.press("Enter");
  await dialog.waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByText("Sent: It is on its way.").waitFor();
  expect(server.commands.map(({ method, path, body }) => [method, path, body])).toEqual([["POST", `${STAGING}/cancel`, ""]]);
  expect(await page.locator(".state .say").textContent()).toBe("Rolling");
  server.world = new Map([...sample(), [STAGING, { ...rolling, delivery: { ...rolling.delivery, state: "cancelling" } }]]);
  server.tell({ position: 48_231, at: "2026-11-21T14:38:32Z", type: "RolloutCancelling", application: "checkout", environment: "staging", number: 231, summary: "Cancelling" });
  await page.getByText("Cancelling", { exact: true }).first().waitFor();
  expect(await page.getByRole("button", { name: "Cancel…" }).count()).toBe(0);
});

it("cancels a shipment where it is", async () => {
  await visit("/shipments/s-7f21aa00bb11cc22");
  await press("Cancel…");
  const dialog = page.getByRole("dialog");
  expect(await dialog.textContent()).toMatch(/#231 in staging is cancelled.*does not go on to production.*it stays: dev/);
  await press("Cancel the shipment");
  await dialog.waitFor({ state: "detached" });
  expect(server.commands.map(({ path }) => path)).toEqual(["/api/v1/shipments/s-7f21aa00bb11cc22/cancel"]);
});

it("records what a person says of an outcome that nobody knows", async () => {
  await visit("/apps/payments/staging/42");
  await press("Say what became of it…");
  const dialog = page.getByRole("dialog", { name: "What became of payments/staging#42 at local?" });
  expect(await dialog.getByRole("button", { name: "Record it" }).isDisabled()).toBe(true);
  await dialog.getByRole("radio", { name: "Run it again" }).check();
  await dialog.getByRole("button", { name: "Run it again" }).click();
  await dialog.waitFor({ state: "detached" });
  expect(bodies()).toEqual([{ target: "local", verdict: "rerun" }]);
});

it("stays with its error, says that trying again is safe, and is one wish until it was decided", async () => {
  let answer: Becomes = "no answer";
  server.becomes = () => answer;
  await visit("/apps/checkout");
  await press("Deploy…");
  await page.getByRole("radio", { name: "production" }).check();
  await press("Deploy to production");
  const alert = page.getByRole("alert");
  await alert.getByText("It is not known whether this happened").waitFor();
  expect(await alert.textContent()).toContain("it is the same wish, and happens once");
  expect(await page.getByRole("radio", { name: "production" }).isDisabled()).toBe(true);
  answer = { refused: 409, code: "not-on-route", detail: "production is not on the route." };
  await press("Try again");
  await alert.getByText("production is not on the route.").waitFor();
  expect(await alert.textContent()).toContain("not-on-route");
  await alert.getByRole("button", { name: "Copy the correlation" }).waitFor();
  // A browser may send again by itself what got no answer; it is the same wish all the same.
  expect(new Set(keys()).size).toBe(1);
  answer = carried("Now it is.");
  await press("Deploy to production");
  await page.getByText("Sent: Now it is.").waitFor();
  expect(new Set(keys()).size).toBe(2);
});

it("sends once however often it is pressed, and keeps its width meanwhile", async () => {
  let answer: () => void = () => undefined;
  const waited = new Promise<void>((done) => (answer = done));
  server.becomes = async () => {
    await waited;
    return carried("Done.");
  };
  await visit("/apps/checkout/staging/231?do=cancel");
  const button = page.getByRole("dialog").locator("button[type=submit]");
  const before = await button.boundingBox();
  await button.dblclick();
  await page.getByRole("button", { name: "Sending" }).waitFor();
  expect((await button.boundingBox())?.width).toBe(before?.width);
  answer();
  await page.getByText("Sent: Done.").waitFor();
  expect(server.commands).toHaveLength(1);
});

it("asks for a login over the dialog when the session has ended, and the press is still there", async () => {
  await visit("/apps/checkout");
  await press("Deploy…");
  await page.getByRole("radio", { name: "staging" }).check();
  server.signedIn(false);
  await press("Deploy to staging");
  const login = page.getByRole("dialog", { name: "Your session has ended" });
  await login.getByLabel("Token, or the secret of a login link").fill("right-secret");
  await page.keyboard.press("Enter");
  await login.waitFor({ state: "detached" });
  await press("Deploy to staging");
  await page.getByText("Sent: It is on its way.").waitFor();
  expect(new Set(server.commands.filter((each) => each.key !== undefined).map((each) => each.key)).size).toBe(1);
});

it("leaves the buttons quiet for who may not act, says who may, and opens nothing", async () => {
  server.world = new Map([...sample(), ["/api/v1/whoami", as("viewer")]]);
  await visit("/apps/checkout/staging/231?do=cancel");
  const quiet = page.getByRole("button", { name: "Cancel…" });
  await quiet.waitFor();
  expect(await quiet.getAttribute("aria-disabled")).toBe("true");
  expect(await quiet.getAttribute("title")).toBe("A deployer of checkout in staging may do this; you are a viewer.");
  await quiet.click({ force: true });
  expect(await page.getByRole("dialog").count()).toBe(0);
});

it("goes from the first letter to the dialog by keyboard alone", async () => {
  await visit("/");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").waitFor();
  await page.keyboard.type("cancel che");
  await page.getByRole("option", { name: "Cancel checkout/staging#231…" }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "Cancel checkout/staging#231" }).waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByText("Sent: It is on its way.").waitFor();
  expect(server.commands.map(({ path }) => path)).toEqual([`${STAGING}/cancel`]);
});

it("goes where a delivery is written as the command line writes it, and back to where the focus was on Escape", async () => {
  await visit("/queue");
  await page.getByRole("button", { name: "Go to, or do" }).focus();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("combobox").waitFor({ state: "detached" });
  expect(await focused()).toMatch(/^Go to, or do/);
  await page.keyboard.press("Enter");
  await page.keyboard.type("search/staging#21");
  await page.getByRole("option", { name: "search/staging#21" }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "search 9f3c2ab to staging" }).waitFor();
});

it("shows in the palette who may run what you may not", async () => {
  server.world = new Map([...sample(), ["/api/v1/whoami", as("viewer")]]);
  await visit("/");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("deploy checkout to dev");
  const option = page.getByRole("option").first();
  await option.getByText("A deployer of checkout in dev may do this; you are a viewer.").waitFor();
  await page.keyboard.press("Enter");
  await expect.poll(() => page.getByRole("combobox").count()).toBe(1);
});

it("locks an environment from the palette, with a reason, and shows it when the server tells of it", async () => {
  server.world = new Map([...sample(), ["/api/v1/locks", { items: [], total: 0 }]]);
  await visit("/");
  await page.getByText("Live", { exact: true }).waitFor();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").waitFor();
  await page.keyboard.type("lock production");
  await page.getByRole("option", { name: "Lock production…" }).waitFor();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Lock production" });
  await dialog.getByText("4 placements, with one shipment in the queue").waitFor();
  expect(await dialog.getByRole("button", { name: "Lock production" }).isDisabled()).toBe(true);
  await page.keyboard.type("Incident 4821");
  await dialog.getByLabel("For how long").selectOption("4 hours");
  await dialog.getByRole("button", { name: "Lock production" }).click();
  await dialog.waitFor({ state: "detached" });
  expect(server.commands.map(({ method, path }) => `${method} ${path}`)).toEqual(["POST /api/v1/locks"]);
  expect(bodies()).toEqual([{ scope: { environment: "production" }, reason: "Incident 4821", strength: "holds", seconds: 14_400 }]);
  expect(await page.getByRole("region", { name: "Locks" }).count()).toBe(0);
  server.world = sample();
  server.tell({ position: 48_231, at: "2026-11-21T14:38:32Z", type: "LockSet", environment: "production", summary: "Locked" });
  await page.getByRole("region", { name: "Locks" }).getByText("Incident 4821: payments time out.").waitFor();
});

it("releases a lock, and tells others who may", async () => {
  await visit("/locks");
  await press("Unlock…");
  await press("Unlock production");
  await page.getByText("Sent: It is on its way.").waitFor();
  expect(server.commands.map(({ method, path }) => `${method} ${path}`)).toEqual(["DELETE /api/v1/locks/l-0123456789abcdef"]);
  server.world = new Map([...sample(), ["/api/v1/whoami", as("deployer")]]);
  await page.reload();
  const quiet = page.getByRole("button", { name: "Unlock…" });
  await quiet.waitFor();
  expect(await quiet.getAttribute("title")).toBe("Mara Okafor or an owner of production may do this; you are a deployer.");
});

it("rolls back to exactly what was shown, with everything that is skipped", async () => {
  await visit("/apps/checkout/staging/231");
  await press("Roll back…");
  const dialog = page.getByRole("dialog", { name: "Roll back checkout in staging" });
  await dialog.getByText("#231 (9f3c2ab) and #230 (4b1e77d)").waitFor();
  await press("Roll back to #229");
  await dialog.waitFor({ state: "detached" });
  expect(bodies()).toEqual([{ to: 229, pastLocks: [] }]);
  await visit("/apps/checkout/production?do=rollback");
  await page.getByText("Nothing was in force in production before #184.").waitFor();
  expect(await page.getByRole("button", { name: "Roll back", exact: true }).isDisabled()).toBe(true);
});

it("pauses with a reason, resumes, and takes what mends what was rolled back", async () => {
  await visit("/apps/checkout/staging");
  await press("Pause…");
  await page.getByLabel("Reason").fill("The database is slow.");
  await press("Pause checkout in staging");
  await page.getByText("Sent: It is on its way.").waitFor();
  server.world = standing();
  server.tell({ position: 48_231, at: "2026-11-21T14:38:32Z", type: "PlacementPaused", application: "checkout", environment: "staging", summary: "Paused" });
  await press("Resume checkout in staging");
  await press("Say what mends it…");
  await page.getByLabel("Branch, tag or commit that mends it").fill("main");
  await press("It is mended");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  expect(bodies()).toEqual([{ because: "The database is slow." }, {}, { fixedBy: "main" }]);
});
