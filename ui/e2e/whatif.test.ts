import { expect, it } from "vitest";
import { replay } from "../src/fixtures/whatif";
import { COMMITS } from "../src/fixtures/world";
import type { FieldDifference, Preview, PreviewStop, PreviewVerdict, TriggerTested, TriggerVerdict } from "../src/lib/api/contract";
import { BRIEF, holds } from "./looks";
import { Stage } from "./stage";
import { as, sample } from "./world";

const stage = new Stage(() => sample().set("/api/v1/whatif/w-1", replay));
const document = () => stage.page.getByLabel("The document that is supposed to have been in force");

it("replays the last days against a document, and says what would have been different", async () => {
  stage.server.becomes = () => ({ answered: { ...replay, state: "running", percent: 40, rows: [], assumed: [] } });
  await stage.visit("/whatif");
  await document().fill("environment: production-eu\nguardrails: {soak: 2h}\n");
  await stage.page.getByRole("button", { name: "Replay" }).click();
  await stage.page.getByRole("heading", { level: 1, name: "One shipment delayed and one shipment superseded" }).waitFor();
  await stage.page.getByText("It has been in force in staging for 4 min of 2 h.").first().waitFor();
  await stage.page.getByText("do not rely on this row").waitFor();
  await holds(stage.page, "whatif", BRIEF);
  expect(stage.bodies()).toEqual([{ since: expect.any(String) as string, files: [{ name: "document.yaml", content: "environment: production-eu\nguardrails: {soak: 2h}\n" }] }]);
});

it("says why it was not replayed, and keeps the document", async () => {
  stage.server.becomes = () => ({ refused: 409, code: "replay-running", detail: "Another replay is still running; ask again when it ended." });
  await stage.visit("/whatif");
  await document().fill("environment: staging");
  await stage.page.getByRole("button", { name: "Replay" }).click();
  await stage.page.getByRole("alert").getByText("Another replay is still running; ask again when it ended.").waitFor();
  expect(await document().inputValue()).toBe("environment: staging");
});

it("says who may, to who may not", async () => {
  stage.server.world = sample().set("/api/v1/whoami", as("viewer"));
  await stage.visit("/whatif");
  await stage.page.getByText("A deployer may do this; you are a viewer.").waitFor();
});

it("looks ahead at a document that is not pushed, environment by environment", async () => {
  const said: PreviewVerdict = { name: "approval", verdict: "pending", because: { code: "approvals-missing", sentence: "One approval is missing." } };
  const field: FieldDifference = { field: "replicas", change: "changed", from: "1", to: "3" };
  const staging: PreviewStop = { environment: "staging", from: { number: 230, sha: COMMITS.c, hash: "h" }, to: { sha: COMMITS.newest }, further: [], more: 0, targets: ["stage-1a"], services: [{ service: "web", change: "changed", fields: [field] }], guardrails: [said], destroys: [{ code: "service-removed", sentence: "worker is not in it: it is stopped, and removed." }] };
  const production: PreviewStop = { environment: "production", further: [{ code: "policy-refused", sentence: "The policy no-debug does not hold." }], more: 1, targets: [], services: [], guardrails: [], destroys: [], refused: { code: "definition-invalid", sentence: "The commit defines another." } };
  const ahead: Preview = { items: [staging, production], warnings: [{ code: "for-nothing", sentence: "The overlay defaults is for nothing here." }] };
  stage.server.becomes = () => ({ answered: ahead });
  await stage.visit("/apps/checkout");
  await stage.page.getByRole("link", { name: "Preview…" }).click();
  await stage.page.getByLabel("Its slipway.yaml, where that is not pushed yet").fill("application: checkout\n");
  await stage.press("Look ahead");
  await stage.page.getByRole("heading", { level: 1, name: "production would not take it" }).waitFor();
  const there = stage.page.getByRole("region", { name: "staging" });
  await stage.page.getByText("The policy no-debug does not hold.").waitFor();
  await stage.page.getByText("And for one more reason.").waitFor();
  await stage.page.getByText("The overlay defaults is for nothing here.").waitFor();
  await there.getByText("worker is not in it: it is stopped, and removed.").waitFor();
  await there.getByText("One approval is missing.").waitFor();
  await there.getByText("web: replicas").waitFor();
  await holds(stage.page, "previewed", BRIEF, false);
  expect(stage.bodies()).toEqual([{ definition: { name: "slipway.yaml", content: "application: checkout\n" } }]);
});

it("says what is wrong with a document, and where", async () => {
  stage.server.becomes = () => ({ refused: 422, code: "invalid-document", detail: "The document has a mistake." });
  await stage.visit("/preview/checkout");
  await stage.press("Look ahead");
  await stage.page.getByRole("alert").getByText("The document has a mistake.").waitFor();
});

it("tries the triggers of an application, and says why those that do not fire do not", async () => {
  const triggers: TriggerVerdict[] = [
    { trigger: "push", matched: true, because: { code: "branch-matches", sentence: "The branch main matches 'main'." }, travel: ["staging", "production"] },
    { trigger: "release", matched: false, because: { code: "not-a-tag", sentence: "The ref is not a tag." }, travel: [] },
  ];
  const tested: TriggerTested = { triggers };
  stage.server.becomes = () => ({ answered: tested });
  await stage.visit("/apps/checkout");
  await stage.press("Try triggers…");
  const dialog = stage.page.getByRole("dialog", { name: "Try the triggers of checkout" });
  await dialog.getByRole("button", { name: "Ask" }).click();
  await dialog.getByText("ships to staging, then production").waitFor();
  await dialog.getByText("The ref is not a tag.").waitFor();
  await holds(stage.page, "dialog-triggers", BRIEF, false);
  expect(stage.bodies()).toEqual([{ push: "main" }]);
});
