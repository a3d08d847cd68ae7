import { expect, it } from "vitest";
import { BRIEF, holds } from "./looks";
import type { Becomes, Command } from "./server";
import { Stage } from "./stage";
import { as, sample } from "./world";

const stage = new Stage(() => sample().set("/api/v1/whoami", as("viewer")));
const dialog = () => stage.page.getByRole("dialog", { name: "Feedback" });
const field = () => dialog().getByLabel("What is good, bad or missing here?");

/** What the server answers: what was sent, kept. */
const kept = ({ body }: Command): Becomes => ({
  answered: { ...(JSON.parse(body) as object), id: "f-0123456789abcdef", by: { id: "a-1", name: "Lena Brandt" }, at: "2026-11-21T14:38:32Z", version: "0.1.0" },
});

it("sends what was written with the page that it is about, and says where it went", async () => {
  stage.server.becomes = kept;
  await stage.visit("/apps/checkout/staging");
  await stage.press("Feedback…");
  await dialog().getByText("/apps/checkout/staging", { exact: true }).waitFor();
  await field().fill("<b>slow</b>\nand grey");
  await dialog().getByRole("button", { name: "Send feedback" }).click();
  const thanks = stage.page.getByRole("dialog", { name: "Thank you" });
  await thanks.getByText("What you said is kept on this server, with the page /apps/checkout/staging.").waitFor();
  await holds(stage.page, "dialog-thanks", BRIEF, false);
  expect(stage.bodies()).toEqual([{ page: "/apps/checkout/staging", text: "<b>slow</b>\nand grey" }]);
  await stage.page.keyboard.press("Enter");
  await thanks.waitFor({ state: "detached" });
  expect(new URL(stage.page.url()).search).toBe("");
});

it("opens by the palette over the page at hand, which keeps what it was narrowed to", async () => {
  await stage.visit("/activity?application=checkout");
  await stage.page.keyboard.press("Control+k");
  await stage.page.getByRole("combobox").fill("feedback");
  await stage.page.keyboard.press("Enter");
  await field().waitFor();
  expect(stage.page.url()).toBe(`${stage.home}/activity?application=checkout&do=feedback`);
  await dialog().getByText("/activity", { exact: true }).waitFor();
  await stage.page.keyboard.press("Escape");
  await dialog().waitFor({ state: "detached" });
  expect(stage.page.url()).toBe(`${stage.home}/activity?application=checkout`);
});

it("keeps the text when it did not arrive, and sends the same again under the same key", async () => {
  let away = true;
  stage.server.becomes = (command) => (away ? "no answer" : kept(command));
  await stage.visit("/queue?do=feedback");
  await field().fill("where is my commit?");
  await dialog().getByRole("button", { name: "Send feedback" }).click();
  await dialog().getByText("It is not known whether this happened").waitFor();
  expect(await field().inputValue()).toBe("where is my commit?");
  away = false;
  await dialog().getByRole("button", { name: "Try again" }).click();
  await stage.page.getByRole("dialog", { name: "Thank you" }).waitFor();
  expect(new Set(stage.server.commands.map(({ key }) => key)).size).toBe(1);
});

it("keeps the text when it was refused or put aside", async () => {
  stage.server.becomes = () => ({ refused: 429, code: "too-many-requests", detail: "At most 2 requests a second are taken here." });
  await stage.visit("/queue?do=feedback");
  await field().fill("later");
  await dialog().getByRole("button", { name: "Send feedback" }).click();
  await dialog().getByText("At most 2 requests a second are taken here.").waitFor();
  await dialog().getByRole("button", { name: "Not now" }).click();
  await stage.press("Feedback…");
  expect(await field().inputValue()).toBe("later");
});

it("takes no more than fits, says so near the end, and is there at a phone's width", async () => {
  await stage.visit("/", { width: 390, height: 844 });
  await stage.press("Feedback…");
  expect(await dialog().getByRole("status").textContent()).toBe("");
  await field().fill("a".repeat(3990));
  await dialog().getByText("10 characters left").waitFor();
  await field().press("End");
  await stage.page.keyboard.type("b".repeat(20));
  expect((await field().inputValue()).length).toBe(4000);
});
