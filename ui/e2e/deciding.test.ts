import { expect, it } from "vitest";
import { delivery, member, rolling } from "../src/fixtures/deliveries";
import { nothing } from "../src/fixtures/whys";
import type { DeliveryDetail, Guardrail, Way } from "../src/lib/api/contract";
import { holds, WHOLE } from "./looks";
import { Stage } from "./stage";
import { as, sample } from "./world";

const stage = new Stage();
const PAGE = "/apps/checkout/staging/231";
const DELIVERY = "/api/v1/applications/checkout/environments/staging/deliveries/231";
const reason = (sentence: string) => ({ code: "asked", sentence });
const pending = (name: string, sentence: string): Guardrail => ({ name, verdict: "pending", because: reason(sentence), since: "2026-11-21T14:31:18Z" });

/** A delivery that waits for somebody's word, with the command that the server knows. */
function waits(differs: Partial<DeliveryDetail>, what: string, sentence: string, way: Way) {
  return new Map([...sample(), [DELIVERY, { ...rolling, ...differs }], ["/api/v1/applications/checkout/environments/staging/why", { ...nothing, delivery: 231, unmet: [{ what, because: reason(sentence), ways: [way] }] }]]);
}

const asksToGoOn = "At 50 % somebody has to say that it goes on, until 18:00.";
const canary = waits(
  { delivery: delivery({ strategy: "canary", step: 2, steps: 3 }), guardrails: [pending("decision", asksToGoOn)] },
  "decision",
  asksToGoOn,
  { role: "deployer", who: "Whoever may deploy to checkout/staging", command: "slipway continue checkout/staging#231" },
);

const isFull = "At most 1 at once may roll out in staging. Under way: billing/staging#8.";
const full = waits(
  { delivery: delivery({ state: "waiting", step: 0 }), members: [], guardrails: [pending("concurrency", isFull)] },
  "concurrency",
  isFull,
  { role: "owner", who: "An owner of staging", command: "slipway queue pass checkout/staging#231" },
);

const isSilent = "stage-2a has said nothing since its deadline.";
const silent = waits(
  { delivery: delivery({ state: "stuck", because: reason(isSilent) }), members: [member("stage-1a", { wave: 1 }), member("stage-2a", { wave: 2, outcome: "pending", instances: [] })] },
  "targets",
  isSilent,
  { role: "deployer", who: "Whoever may deploy to checkout/staging", command: "slipway exclude checkout/staging#231 --target stage-2a" },
);

it("lets a canary go on, and says before what that does", async () => {
  stage.server.world = canary;
  const page = await stage.visit(PAGE);
  await page.getByRole("region", { name: "Why not yet" }).getByText("slipway continue checkout/staging#231").waitFor();
  await page.getByRole("button", { name: "Continue…" }).click();
  const dialog = page.getByRole("dialog", { name: "Continue checkout/staging#231 from step 2" });
  await dialog.getByText("It goes on from step 2 of 3, at every target, as soon as nothing else holds it.").waitFor();
  expect(await stage.focused()).toBe("Leave it there");
  await holds(page, "continue", WHOLE);
  await dialog.getByRole("button", { name: "Continue #231" }).click();
  await dialog.waitFor({ state: "detached" });
  expect(stage.server.commands.map(({ method, path }) => `${method} ${path}`)).toEqual([`POST ${DELIVERY}/continue`]);
});

it("has no word to say where none is asked", async () => {
  const page = await stage.visit(PAGE);
  await page.getByRole("button", { name: "Cancel…" }).waitFor();
  expect(await page.getByRole("button", { name: /^(Continue|Let it pass|Go on without it)…/ }).count()).toBe(0);
});

it("goes on without a target that says nothing, once somebody has read what that means", async () => {
  stage.server.world = silent;
  const page = await stage.visit(PAGE);
  await page.getByRole("region", { name: "Targets" }).getByRole("heading", { name: "Wave 2 of 2 · 0 of 1 as ordered" }).waitFor();
  await page.getByRole("button", { name: "Go on without it…" }).click();
  const dialog = page.getByRole("dialog", { name: "Go on with checkout/staging#231 without stage-2a" });
  await dialog.getByText("stage-2a keeps what it runs until its agent is back; nobody knows what that is now.").waitFor();
  expect(await stage.focused()).toBe("Wait for it");
  await holds(page, "exclude", WHOLE);
  await dialog.getByRole("button", { name: "Leave stage-2a out" }).click();
  await dialog.waitFor({ state: "detached" });
  expect(stage.server.commands.map(({ method, path }) => `${method} ${path}`)).toEqual([`POST ${DELIVERY}/exclude`]);
  expect(stage.bodies()).toEqual([{ target: "stage-2a" }]);
});

it("lets an owner have it pass the limit, with a reason or without", async () => {
  stage.server.world = full;
  const page = await stage.visit(`${PAGE}?do=pass`);
  const dialog = page.getByRole("dialog", { name: "Let checkout/staging#231 start in a full staging" });
  await dialog.getByText(isFull).waitFor();
  await dialog.getByLabel("Why, if you like").fill("  The other one waits for a database.  ");
  await holds(page, "pass-limit", WHOLE);
  await dialog.getByRole("button", { name: "Let #231 pass" }).click();
  await dialog.waitFor({ state: "detached" });
  expect(stage.server.commands.map(({ method, path }) => `${method} ${path}`)).toEqual([`POST ${DELIVERY}/pass-limit`]);
  expect(stage.bodies()).toEqual([{ because: "The other one waits for a database." }]);
});

const isMissing = "It has 0 of 1 approval.";
const unapproved = waits(
  { delivery: delivery({ state: "waiting", step: 0 }), members: [], guardrails: [pending("approval", isMissing)] },
  "approval",
  isMissing,
  { role: "approver", who: "Whoever is approver there", command: "slipway approve checkout/staging#231" },
);

it("lets an owner bypass what holds it, with a reason and as it was looked at", async () => {
  stage.server.world = unapproved;
  const page = await stage.visit(PAGE);
  await page.getByRole("button", { name: "Bypass approval…" }).click();
  const dialog = page.getByRole("dialog", { name: "Bypass approval for checkout/staging#231" });
  await dialog.getByText(isMissing).waitFor();
  await dialog.getByText("Say why.").waitFor();
  await dialog.getByLabel("Reason").fill(" Checkout is down. ");
  await holds(page, "bypass", WHOLE);
  await dialog.getByRole("button", { name: "Bypass it for #231" }).click();
  await dialog.waitFor({ state: "detached" });
  expect(stage.server.commands.map(({ method, path }) => `${method} ${path}`)).toEqual([`POST ${DELIVERY}/bypass`]);
  expect(stage.bodies()).toEqual([{ guardrail: "approval", hash: delivery().hash, because: "Checkout is down." }]);
});

it("shows what was bypassed, by whom and why", async () => {
  const bypassed = [{ guardrail: "approval", because: "Checkout is down.", by: { id: "a-8", name: "Iris Novak" }, at: "2026-11-21T14:31:18Z" }];
  stage.server.world = new Map([...sample(), [DELIVERY, { ...rolling, delivery: delivery({ bypassed }) }]]);
  const page = await stage.visit(PAGE);
  const banner = page.getByRole("region", { name: "Bypassed by #231" });
  expect(await banner.innerText()).toContain("approval, by Iris Novak, because: Checkout is down.");
  await holds(page, "bypassed", WHOLE);
});

it("offers no bypass to whom it is not given", async () => {
  stage.server.world = new Map([...unapproved, ["/api/v1/whoami", as("deployer")]]);
  const page = await stage.visit(PAGE);
  await page.getByRole("region", { name: "Why not yet" }).getByText("Whoever is approver there").waitFor();
  expect(await page.getByRole("button", { name: /^Bypass/ }).count()).toBe(0);
});

it("tells a deployer who may let it pass", async () => {
  stage.server.world = new Map([...full, ["/api/v1/whoami", as("deployer")]]);
  const page = await stage.visit(PAGE);
  await page.getByRole("region", { name: "Why not yet" }).getByText("An owner of staging").waitFor();
  expect(await page.getByRole("button", { name: "Let it pass…" }).isDisabled()).toBe(true);
});
