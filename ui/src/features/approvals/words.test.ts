import { expect, it } from "vitest";
import { halfway } from "../../fixtures/approvals";
import type { Whoami } from "../../lib/api/contract";
import { asked, notCounting, standing } from "./words";

const viewer: Whoami = { actor: { id: "a-1", name: "Lena" }, organisation: "main", grants: [{ role: "viewer", scope: {} }] };
const rules = { of: 2, role: "approver", selfAllowed: false, seconds: 86_400 } as const;
const where = { application: "shop", environment: "staging" };

it("counts only what counts", () => {
  expect(standing(halfway)).toBe("1 of 2");
});

it("says whose word is asked for", () => {
  expect(asked(rules)).toBe("The word of an approver, neither of who wrote it nor of who asked for it. It counts for 1\u00a0d.");
  expect(asked({ ...rules, role: "owner", selfAllowed: true })).toContain("an owner, also of who wrote it");
});

it("names the role where it is all that is missing, and the server's reason otherwise", () => {
  expect(notCounting({ code: "not-allowed", sentence: "a-1 is viewer." }, rules, viewer, where)).toBe("An approver of shop in staging may do this; you are a viewer.");
  expect(notCounting({ code: "own-approval", sentence: "You wrote a part of this." }, rules, viewer, where)).toBe("You wrote a part of this.");
  expect(notCounting(undefined, rules, viewer, where)).toBeUndefined();
});
