import { expect, it } from "vitest";
import { environments, targets } from "../src/fixtures/environments";
import { at } from "../src/fixtures/world";
import type { Target } from "../src/lib/api/contract";
import { holds, WHOLE } from "./looks";
import { Stage } from "./stage";
import { as, sample } from "./world";

const stage = new Stage();
const TARGET = "/api/v1/environments/staging/targets/stage-1a";
const [first] = environments;

/** The sample, where the first target of staging rests. */
function resting(rest: Target["rest"]): Map<string, unknown> {
  const items = targets.filter((each) => each.environment === "staging").map((each) => (each.name === "stage-1a" && rest !== undefined ? { ...each, rest } : each));
  return new Map([...sample(), ["/api/v1/targets", { items, total: items.length }]]);
}

const paused = { kind: "paused" as const, because: "Its disk is replaced.", by: { id: "a-2", name: "Mara Okafor" }, at: at("14:20:00") };

it("pauses a target once somebody has said why", async () => {
  stage.server.world = resting(undefined);
  const page = await stage.visit("/envs/staging");
  await page.getByRole("button", { name: "Pause… stage-1a" }).click();
  const dialog = page.getByRole("dialog", { name: "Pause stage-1a in staging" });
  expect(await dialog.getByRole("button", { name: "Pause stage-1a" }).isDisabled()).toBe(true);
  await dialog.getByLabel("Reason").fill("Its disk is replaced.");
  await holds(page, "target-pause", WHOLE);
  await dialog.getByRole("button", { name: "Pause stage-1a" }).click();
  await dialog.waitFor({ state: "detached" });
  expect(stage.server.commands.map(({ method, path }) => `${method} ${path}`)).toEqual([`POST ${TARGET}/pause`]);
  expect(stage.bodies()).toEqual([{ because: "Its disk is replaced." }]);
});

it("says who had a target rest and why, and has it in use again", async () => {
  stage.server.world = resting(paused);
  const page = await stage.visit("/envs/staging?do=resume-stage-1a");
  await page.getByText("Paused by Mara Okafor").waitFor();
  const dialog = page.getByRole("dialog", { name: "Have stage-1a in use again" });
  await dialog.getByRole("button", { name: "Resume stage-1a" }).click();
  await dialog.waitFor({ state: "detached" });
  expect(stage.server.commands.map(({ method, path }) => `${method} ${path}`)).toEqual([`POST ${TARGET}/resume`]);
});

it("removes a target after it has said what stays and how it comes back", async () => {
  stage.server.world = resting(undefined);
  const page = await stage.visit("/envs/staging");
  await page.getByRole("button", { name: "Remove… stage-1a" }).click();
  const dialog = page.getByRole("dialog", { name: "Take stage-1a out of staging" });
  await dialog.getByText("Within a day: Resume. Later it is declared again.").waitFor();
  expect(await stage.focused()).toBe("Keep it");
  await holds(page, "target-remove", WHOLE);
  await dialog.getByRole("button", { name: "Remove stage-1a" }).click();
  await dialog.waitFor({ state: "detached" });
  expect(stage.server.commands.map(({ method, path }) => `${method} ${path}`)).toEqual([`DELETE ${TARGET}`]);
});

it("has no button to press for a viewer, and none to remove what lies on the server's machine", async () => {
  stage.server.world = new Map([...resting(undefined), ["/api/v1/whoami", as("viewer")]]);
  const page = await stage.visit("/envs/staging");
  await page.getByText("stage-1a").first().waitFor();
  expect(await page.getByRole("button", { name: /^Pause…/ }).first().isDisabled()).toBe(true);
  const local = targets.filter((each) => each.local);
  stage.server.world = new Map([...sample(), ["/api/v1/targets", { items: local, total: local.length }]]);
  await stage.visit(`/envs/${first?.name}`);
  await stage.page.getByRole("button", { name: "Pause… local" }).waitFor();
  expect(await stage.page.getByRole("button", { name: "Remove… local" }).count()).toBe(0);
});
