import { expect, it } from "vitest";
import { application } from "../../fixtures/environments";
import { placement, untouched } from "../../fixtures/placements";
import { COMMITS, at } from "../../fixtures/world";
import { emptyDraft, follows, meets, missing, parameter, requestOf } from "./draft";

const ROUTE = ["dev", "staging", "production"];
const draft = (differs: Partial<ReturnType<typeof emptyDraft>> = {}) => ({ ...emptyDraft(ROUTE), ...differs });

it("chooses no environment for anybody, unless there is only one", () => {
  expect(emptyDraft(ROUTE).environment).toBeUndefined();
  expect(emptyDraft(["production"]).environment).toBe("production");
  expect(missing(draft(), "shop", false)).toBe("Choose an environment.");
  expect(requestOf(draft(), "shop", false)).toBeUndefined();
});

it("sends no more than was said", () => {
  expect(requestOf(draft({ environment: "dev", revision: "  " }), "shop", false)).toEqual({ environment: "dev" });
  expect(requestOf(draft({ environment: "dev", revision: " v1 " }), "shop", false)).toEqual({ environment: "dev", revision: "v1" });
});

it("takes parameters as lines, whatever their values hold", () => {
  const told = draft({ environment: "dev", parameters: "SPEED=a=b c \n\nEMPTY=" });
  expect(requestOf(told, "shop", false)).toEqual({ environment: "dev", parameters: { SPEED: "a=b c ", EMPTY: "" } });
  expect(missing(draft({ environment: "dev", parameters: "SPEED" }), "shop", false)).toMatch(/NAME=VALUE/);
  expect(requestOf(draft({ environment: "dev", parameters: "=x" }), "shop", false)).toBeUndefined();
});

it("sends a time as an instant, and says that it waits for it", () => {
  const later = draft({ environment: "dev", later: "2026-12-01T09:00" });
  expect(requestOf(later, "shop", false)).toEqual({ environment: "dev", at: new Date("2026-12-01T09:00").toISOString() });
  expect(follows(application("shop"), later, placement("shop", "dev"))).toMatch(/^The commit at the head of main of this moment is queued for dev, and starts at that time at the earliest/);
  expect(missing(draft({ environment: "dev", later: "soon" }), "shop", false)).toBe("Say the day and the time.");
});

it("forces only what was typed", () => {
  const forced = draft({ environment: "dev", force: true });
  expect(missing({ ...forced, typed: "shop/staging" }, "shop", false)).toBe("Type shop/dev to force it.");
  expect(requestOf({ ...forced, typed: "shop/dev" }, "shop", false)).toEqual({ environment: "dev", force: true });
});

it("asks for the name of a protected environment, which is sent along", () => {
  const protectedOne = draft({ environment: "production" });
  expect(missing({ ...protectedOne, typed: "producton" }, "shop", true)).toBe("Type production to confirm it.");
  expect(requestOf(protectedOne, "shop", true)).toBeUndefined();
  expect(requestOf({ ...protectedOne, typed: "production" }, "shop", true)).toEqual({ environment: "production", confirm: "production" });
  const forced = { ...protectedOne, force: true, typed: "shop/production" };
  expect(requestOf(forced, "shop", true)).toEqual({ environment: "production", force: true, confirm: "production" });
});

it("takes no revision with spaces in it", () => {
  expect(missing(draft({ environment: "dev", revision: "a b" }), "shop", false)).toMatch(/no spaces/);
});

it("says what it meets there", () => {
  expect(meets(untouched("shop", "dev"))).toBe("nothing yet");
  const active = { number: 13, sha: COMMITS.a, shipment: "s-1", state: "rolling", step: 1, steps: 1, share: 0, bypassed: [], since: at("14:00:00") } as const;
  expect(meets(placement("shop", "dev", { queued: 2, active }))).toBe("runs 4b1e77d, #13 is under way, 2 wait");
  expect(meets(undefined)).toBe("");
});

it("says what follows: which commit, where to, and when", () => {
  const of = application("shop");
  expect(follows(of, draft({ environment: "dev" }), placement("shop", "dev"))).toBe("The commit at the head of main is queued for dev and rolls out next. It does not go on from there.");
  expect(follows(of, draft({ environment: "dev", revision: "v1" }), placement("shop", "dev", { queued: 1 }))).toBe(
    "The commit of v1 is queued for dev, and rolls out when its turn comes. It does not go on from there.",
  );
});

it("says what may be given for a parameter", () => {
  expect(parameter({ name: "batch", type: "integer", choices: [], min: 1, max: 500 })).toBe("batch: integer from 1 to 500, has to be given");
  expect(parameter({ name: "flavour", type: "string", choices: ["plain", "fancy"], fallback: "plain" })).toBe("flavour: string, one of plain, fancy, plain when not given");
  expect(parameter({ name: "note", type: "string", choices: [], fallback: "" })).toBe("note: string, empty when not given");
  expect(parameter({ name: "api_token", type: "secret", choices: ["partner-token"] })).toBe(
    "api_token: name of a sealed secret, or name@version, never its value, one of partner-token, has to be given",
  );
});
