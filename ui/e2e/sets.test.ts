import { expect, it } from "vitest";
import { environments } from "../src/fixtures/environments";
import { shipment } from "../src/fixtures/history";
import { at, COMMITS } from "../src/fixtures/world";
import type { SetMember, SetRollback, ShipSet, StopState } from "../src/lib/api/contract";
import { holds, WHOLE } from "./looks";
import { Stage } from "./stage";
import { as, sample } from "./world";

const stage = new Stage();
const SET = "set-0123456789abcdef";
const PAGE = `/shipments/${shipment.id}`;

const member = (application: string, state: StopState, after: readonly string[]): SetMember => ({
  application,
  shipment: application === shipment.application ? shipment.id : "s-bb21aa00bb11cc22",
  after,
  sha: COMMITS.newest,
  stops: [{ environment: "staging", state, since: at("14:20:00"), ...(state === "ahead" ? {} : { number: 231 }) }],
});

const together = (differs: Partial<ShipSet> = {}): ShipSet => ({
  id: SET,
  state: "settled",
  travel: ["staging"],
  members: [member("catalog", "arrived", []), member("checkout", "arrived", ["catalog"])],
  onFailure: "halt",
  by: { id: "a-1", name: "Lena Brandt" },
  madeAt: at("14:03:13"),
  position: 48104,
  ...differs,
});

const back: SetRollback = {
  possible: true,
  items: [
    { application: "checkout", environment: "staging", verdict: "back", to: 230, sha: COMMITS.c },
    { application: "catalog", environment: "staging", verdict: "back", to: 58, sha: COMMITS.c },
  ],
};

/** The sample, where a shipment goes as one with another application's. */
function world(set: ShipSet, offer: SetRollback = back): Map<string, unknown> {
  return new Map([...sample(), [`/api/v1${PAGE}`, { ...shipment, set: SET }], [`/api/v1/sets/${SET}`, set], [`/api/v1/sets/${SET}/rollback`, offer]]);
}

const sent = () => stage.server.commands.map(({ method, path }) => `${method} ${path}`);

it("shows what goes as one, how far each has come, and what it comes after", async () => {
  stage.server.world = world(together({ state: "travelling", members: [member("catalog", "delivering", []), member("checkout", "ahead", ["catalog"])] }));
  const page = await stage.visit(PAGE);
  const rows = page.getByRole("region", { name: "As one" }).getByRole("listitem");
  await expect.poll(() => rows.count()).toBe(2);
  expect(await rows.nth(0).textContent()).toContain("catalog in staging #231");
  expect(await rows.nth(1).textContent()).toContain("after catalog");
  await holds(page, "set", WHOLE);
});

it("cancels all of it once somebody has read what stays", async () => {
  stage.server.world = world(together({ state: "travelling" }));
  const page = await stage.visit(PAGE);
  await stage.press("Cancel all…");
  const dialog = page.getByRole("dialog", { name: "Cancel what goes as one" });
  await dialog.getByText(/What has arrived stays/).waitFor();
  await holds(page, "set-cancel", WHOLE);
  await dialog.getByRole("button", { name: "Cancel the set" }).click();
  await dialog.waitFor({ state: "detached" });
  expect(sent()).toEqual([`POST /api/v1/sets/${SET}/cancel`]);
});

it("takes all of it back after it has said to what each goes", async () => {
  stage.server.world = world(together());
  const page = await stage.visit(PAGE);
  await stage.press("Roll back in staging…");
  const dialog = page.getByRole("dialog", { name: "Take back what went as one to staging" });
  await dialog.getByText("checkout: back to #230").waitFor();
  await holds(page, "set-back", WHOLE);
  await dialog.getByRole("button", { name: "Roll back in staging" }).click();
  await dialog.waitFor({ state: "detached" });
  expect(sent()).toEqual([`POST /api/v1/sets/${SET}/rollback`]);
  expect(stage.bodies()).toEqual([{ environment: "staging" }]);
});

it("takes nothing back where one cannot go, and says which and why", async () => {
  const stuck = { application: "catalog", environment: "staging", verdict: "stuck", because: { code: "nothing-before", sentence: "nothing was in force before it." } } as const;
  stage.server.world = world(together(), { possible: false, because: { code: "nothing-before", sentence: "Nothing of it goes back." }, items: [stuck] });
  const page = await stage.visit(`${PAGE}?do=rollback-staging`);
  const dialog = page.getByRole("dialog", { name: "Take back what went as one to staging" });
  await dialog.getByText("catalog: nothing was in force before it.").waitFor();
  expect(await dialog.getByRole("button", { name: "Roll back in staging" }).isDisabled()).toBe(true);
});

it("asks for the name of a protected environment", async () => {
  const [, , staging] = environments;
  stage.server.world = new Map([...world(together()), ["/api/v1/environments/staging", { ...staging, asksToConfirm: true }]]);
  const page = await stage.visit(`${PAGE}?do=rollback-staging`);
  const dialog = page.getByRole("dialog", { name: "Take back what went as one to staging" });
  await dialog.getByLabel("staging is protected: type its name").fill("staging");
  await dialog.getByRole("button", { name: "Roll back in staging" }).click();
  await dialog.waitFor({ state: "detached" });
  expect(stage.bodies()).toEqual([{ environment: "staging", confirm: "staging" }]);
});

it("offers nothing to a viewer", async () => {
  stage.server.world = new Map([...world(together()), ["/api/v1/whoami", as("viewer")]]);
  const page = await stage.visit(PAGE);
  await page.getByRole("region", { name: "As one" }).getByRole("listitem").first().waitFor();
  expect(await page.getByRole("button", { name: "Roll back in staging…" }).isDisabled()).toBe(true);
});
