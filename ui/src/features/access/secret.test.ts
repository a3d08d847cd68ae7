import { expect, it } from "vitest";
import { isLogin, secretIn } from "./secret";

it("finds the secret of a one-time link", () => {
  expect(secretIn({ hash: "#abc-123", search: "" })).toBe("abc-123");
  expect(secretIn({ hash: "#secret=abc", search: "" })).toBe("abc");
  expect(secretIn({ hash: "", search: "?secret=abc" })).toBe("abc");
});

it("finds none where there is none", () => {
  expect(secretIn({ hash: "", search: "" })).toBeUndefined();
  expect(secretIn({ hash: "#", search: "?secret=" })).toBeUndefined();
});

it("knows its address", () => {
  expect(isLogin({ pathname: "/login" })).toBe(true);
  expect(isLogin({ pathname: "/" })).toBe(false);
});
