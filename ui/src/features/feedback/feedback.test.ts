import { expect, it } from "vitest";
import { remaining, withFeedback } from "./saying";

it("says how much room is left only near the end", () => {
  expect([0, 3599, 3600, 3999, 4000].map((length) => remaining("a".repeat(length)))).toEqual(["", "", "400 characters left", "1 character left", "0 characters left"]);
});

it("asks for the dialog and keeps what the page was narrowed to", () => {
  expect(withFeedback(new URLSearchParams("application=shop&do=lock")).toString()).toBe("application=shop&do=feedback");
});
