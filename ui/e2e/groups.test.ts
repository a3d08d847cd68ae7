import { expect, it } from "vitest";
import { environments } from "../src/fixtures/environments";
import { lock } from "../src/fixtures/locks";
import type { Lock } from "../src/lib/api/contract";
import { holds, WHOLE } from "./looks";
import { Stage } from "./stage";
import { as, sample } from "./world";

const stage = new Stage();

/** The sample, where staging is the one environment of the group edge. */
function grouped(...locks: readonly Lock[]): Map<string, unknown> {
  const items = environments.map((each) => (each.name === "staging" ? { ...each, group: "edge" } : each));
  return new Map([...sample(), ["/api/v1/environments", { items, total: items.length }], ["/api/v1/locks", { items: locks, total: locks.length }]]);
}

const EDGE = lock("l-00000000000000e5", { environment: "edge" }, { environments: ["staging"], reason: "Closed until Monday." });

it("locks a group of environments by its name, and says whom that holds", async () => {
  stage.server.world = grouped();
  const page = await stage.visit("/envs");
  const panel = page.getByRole("region", { name: "Environment group edge" });
  await panel.getByRole("button", { name: "Lock… edge" }).click();
  const dialog = page.getByRole("dialog", { name: "Lock edge" });
  await dialog.getByText("4 placements, with 3 rollouts on the way").waitFor();
  await dialog.getByText("Environments that edge gets while it holds are locked too.").waitFor();
  await dialog.getByLabel("Reason").fill("Closed until Monday.");
  await holds(page, "group-lock", WHOLE);
  await dialog.getByRole("button", { name: "Lock edge" }).click();
  await dialog.waitFor({ state: "detached" });
  expect(stage.server.commands.map(({ method, path }) => `${method} ${path}`)).toEqual(["POST /api/v1/locks"]);
  expect(stage.bodies()).toEqual([{ scope: { environment: "edge" }, reason: "Closed until Monday.", strength: "holds" }]);
});

it("shows the lock of a group with it and at each of its environments, and releases it from both", async () => {
  stage.server.world = grouped(EDGE);
  const page = await stage.visit("/envs");
  const panel = page.getByRole("region", { name: "Environment group edge" });
  await panel.getByText("edge (one environment)").waitFor();
  await panel.getByRole("button", { name: "Unlock…" }).click();
  const dialog = page.getByRole("dialog", { name: "Unlock edge" });
  await dialog.getByText("4 placements, with 3 rollouts on the way").waitFor();
  await dialog.getByRole("button", { name: "Unlock edge" }).click();
  await dialog.waitFor({ state: "detached" });
  const released = [`DELETE /api/v1/locks/${EDGE.id}`];
  expect(stage.server.commands.map(({ method, path }) => `${method} ${path}`)).toEqual(released);

  const site = await stage.visit("/envs/staging");
  await site.getByRole("region", { name: "Locks" }).getByRole("button", { name: "Unlock…" }).click();
  await site.getByRole("dialog", { name: "Unlock edge" }).getByRole("button", { name: "Unlock edge" }).click();
  await expect.poll(() => stage.server.commands.map(({ method, path }) => `${method} ${path}`)).toEqual([...released, ...released]);
});

it("has no button to press for whoever may deploy to one environment of it only", async () => {
  stage.server.world = new Map([...grouped(), ["/api/v1/whoami", { ...as("deployer"), grants: [{ role: "deployer", scope: { environment: "staging" } }] }]]);
  const page = await stage.visit("/envs");
  const quiet = page.getByRole("region", { name: "Environment group edge" }).getByRole("button", { name: "Lock…" });
  await quiet.waitFor();
  expect(await quiet.getAttribute("title")).toBe("A deployer of edge may do this; you have no role here.");
});
