import { expect, it } from "vitest";
import { failureOf, isSameWish } from "./failure";
import { Refused, Unreachable } from "./http";

const refused = (status: number) =>
  new Refused(status, { type: "about:blank", title: "No", status, detail: "It is not on the route.", code: "not-on-route", correlation: "c-7", problems: [] });

it("tells the server's sentence, its code and what to look for in the log", () => {
  expect(failureOf(refused(409))).toEqual({
    sentence: "It is not on the route.",
    again: "Nothing was changed, so trying again is safe.",
    open: false,
    code: "not-on-route",
    correlation: "c-7",
  });
});

it("says that nobody knows when no answer came, and that the same again is safe", () => {
  const failure = failureOf(new Unreachable());
  expect(failure.open).toBe(true);
  expect(failure.again).toMatch(/safe/);
  expect(failure.code).toBeUndefined();
});

it.each([500, 502, 503, 504])("treats %i as open: the wish may have been carried out", (status) => {
  expect(failureOf(refused(status)).open).toBe(true);
  expect(isSameWish(refused(status))).toBe(true);
});

it.each([400, 403, 404, 409, 422])("makes the next press a new wish after %i, for the old one was decided", (status) => {
  expect(failureOf(refused(status)).open).toBe(false);
  expect(isSameWish(refused(status))).toBe(false);
});

it.each([401, 408, 429])("keeps the wish after %i, which decided nothing", (status) => {
  expect(isSameWish(refused(status))).toBe(true);
  expect(failureOf(refused(status)).open).toBe(false);
});

it("keeps the wish when no answer came", () => {
  expect(isSameWish(new Unreachable())).toBe(true);
});
