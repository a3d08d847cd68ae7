import { expect, it } from "vitest";
import { bring } from "../src/fixtures/differences";
import { COMMITS } from "../src/fixtures/world";
import { Stage } from "./stage";
import { protectedProduction } from "./world";

const stage = new Stage(protectedProduction);
const PRODUCTION = "/api/v1/applications/checkout/environments/production";

it("deploys to a protected environment only once its name is typed, by keyboard alone", async () => {
  const page = await stage.visit("/apps/checkout/production?do=deploy");
  const dialog = page.getByRole("dialog", { name: "Deploy checkout to production" });
  const send = dialog.getByRole("button", { name: "Deploy to production" });
  await dialog.getByText("Type production to confirm it.").waitFor();
  expect(await send.isDisabled()).toBe(true);
  await dialog.getByLabel("production is protected. Type production to go on.").focus();
  await page.keyboard.type("producton");
  expect(await send.isDisabled()).toBe(true);
  await page.keyboard.press("Enter");
  expect(stage.server.commands).toEqual([]);
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  await page.keyboard.type("ion");
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "detached" });
  expect(stage.bodies()).toEqual([{ environment: "production", confirm: "production" }]);
});

it("asks nobody elsewhere, and what was typed for one environment does not count for another", async () => {
  const page = await stage.visit("/apps/checkout?do=deploy");
  const dialog = page.getByRole("dialog", { name: "Deploy checkout" });
  await dialog.getByRole("radio", { name: "production" }).check();
  await dialog.getByLabel(/^production is protected/).fill("production");
  await dialog.getByRole("radio", { name: "staging" }).check();
  expect(await dialog.getByText(/is protected/).count()).toBe(0);
  await dialog.getByRole("radio", { name: "production" }).check();
  expect(await dialog.getByRole("button", { name: "Deploy to production" }).isDisabled()).toBe(true);
  await dialog.getByRole("radio", { name: "staging" }).check();
  await dialog.getByRole("button", { name: "Deploy to staging" }).click();
  await dialog.waitFor({ state: "detached" });
  expect(stage.bodies()).toEqual([{ environment: "staging" }]);
});

it("asks once when it is forced: what is forced names the environment", async () => {
  const page = await stage.visit("/apps/checkout/production?do=deploy");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("checkbox").check();
  expect(await dialog.getByText(/is protected/).count()).toBe(0);
  await dialog.getByLabel(/^What these guardrails keep out/).fill("checkout/production");
  await dialog.getByRole("button", { name: "Force to production" }).click();
  await dialog.waitFor({ state: "detached" });
  expect(stage.bodies()).toEqual([{ environment: "production", force: true, confirm: "production" }]);
});

it("rolls a protected environment back only once its name is typed", async () => {
  const page = await stage.visit("/apps/checkout/production?do=rollback");
  const dialog = page.getByRole("dialog", { name: "Roll back checkout in production" });
  const send = dialog.getByRole("button", { name: "Roll back to #183" });
  await send.waitFor();
  expect(await send.isDisabled()).toBe(true);
  await dialog.getByLabel(/^production is protected/).fill("production");
  await send.click();
  await dialog.waitFor({ state: "detached" });
  expect(stage.bodies()).toEqual([{ to: 183, pastLocks: [], confirm: "production" }]);
});

it("says that it is protected where the environment is looked at", async () => {
  const page = await stage.visit("/envs/production");
  await page.getByText("It is protected: whoever deploys or rolls back here by hand types its name.").waitFor();
});

it("shows what would change while the words are typed, and asks once they stand still", async () => {
  stage.server.world = new Map([
    ...protectedProduction(),
    [`${PRODUCTION}/changes?revision=v1.2`, { ...bring, to: { sha: COMMITS.c, ref: "refs/tags/v1.2" }, takesBack: { items: [], total: 0, whole: true } }],
    [`${PRODUCTION}/changes?revision=nowhere`, { from: bring.from, because: { code: "revision-not-found", sentence: "No branch, tag or commit is called nowhere." }, brings: { items: [], total: 0, whole: true }, takesBack: { items: [], total: 0, whole: true } }],
  ]);
  const page = await stage.visit("/apps/checkout/production?do=deploy");
  const asked: string[] = [];
  page.on("request", (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.endsWith("/changes") && pathname !== "/api/v1/changes") asked.push(search);
  });
  const shown = page.getByRole("region", { name: "What would change" });
  await shown.getByText("main is 9f3c2ab. Compared with #184 (4b1e77d), which is in force, it brings three commits and takes one commit back.").waitFor();
  expect(await shown.getByRole("listitem").allTextContents()).toEqual([
    expect.stringMatching(/^Revert "Retry the carrier's quote once".*Tom Reyes/),
    expect.stringMatching(/^Ask for the delivery window.*Iris Novak/),
    expect.stringMatching(/^undone by 9f3c2ab Retry the carrier's quote once.*Iris Novak/),
    expect.stringMatching(/^Try the new carrier/),
  ]);
  asked.length = 0;
  await page.getByLabel("Branch, tag or commit").pressSequentially("v1.2", { delay: 30 });
  await shown.getByText("v1.2 is c0ffee1. Compared with #184 (4b1e77d), which is in force, it brings three commits.").waitFor();
  expect(asked).toEqual(["?revision=v1.2"]);
  await page.getByLabel("Branch, tag or commit").fill("nowhere");
  await shown.getByText("No branch, tag or commit is called nowhere.").waitFor();
  expect(await shown.getByRole("listitem").count()).toBe(0);
  stage.server.world = new Map([...protectedProduction()].filter(([path]) => !path.endsWith("/changes")));
  await page.getByLabel("Branch, tag or commit").fill("gone");
  await shown.getByText("What would change could not be read").waitFor();
  expect(await shown.getAttribute("aria-busy")).toBe("false");
});
