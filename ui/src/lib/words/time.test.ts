import { describe, expect, it } from "vitest";
import { ago, clock, day, exactly, lasting, moment, shortAge } from "./time";

const NOW = new Date("2026-11-21T14:32:08Z");
const before = (seconds: number) => new Date(NOW.getTime() - seconds * 1000);
const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("ago", () => {
  it.each([
    [0, "just now"],
    [59, "just now"],
    [60, "1 min ago"],
    [3599, "59 min ago"],
    [3600, "1 h ago"],
    [86_399, "23 h ago"],
    [4 * 86_400, "4 d ago"],
  ])("says %i s as %s", (seconds, words) => {
    expect(plain(ago(before(seconds), NOW))).toBe(words);
  });

  it("takes a time ahead of us as now, because clocks differ", () => {
    expect(ago(before(-30), NOW)).toBe("just now");
  });

  it("has a short form", () => {
    expect(plain(shortAge(before(720), NOW))).toBe("12 min");
  });
});

describe("lasting", () => {
  it.each([
    [0, "under 1 s"],
    [38_000, "38 s"],
    [60_000, "1 min"],
    [432_000, "7 min 12 s"],
    [7_800_000, "2 h 10 min"],
    [273_600_000, "3 d 4 h"],
  ])("says %i ms as %s", (milliseconds, words) => {
    expect(plain(lasting(milliseconds))).toBe(words);
  });
});

describe("clock", () => {
  it("is the zone's time of day", () => {
    expect(clock(NOW, "Europe/Berlin")).toBe("15:32:08");
    expect(day(NOW, "UTC")).toBe("Sat 21 Nov");
  });

  it("gives the exact instant with zone and UTC", () => {
    expect(exactly(NOW, "UTC")).toContain("UTC");
    expect(exactly(NOW, "UTC")).toContain("2026-11-21T14:32:08.000Z");
  });
});

it("names an instant that lies ahead by its day and minute", () => {
  expect(moment(new Date("2026-11-21T18:00:00Z"), "UTC")).toBe("Sat 21 Nov 18:00");
});
