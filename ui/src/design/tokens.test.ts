import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

/** The table of README section "Tokens", computed again from the file itself: lowest contrast over all surfaces. */
const css = readFileSync(join(import.meta.dirname, "tokens.css"), "utf8");
const SURFACES = ["canvas", "surface", "sunken", "raised", "hover", "selected"];
const TONES = ["ok", "move", "person", "warn", "bad", "stop", "off"];

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  const lowest = (token: string, grounds: readonly string[]) => Math.min(...grounds.map((ground) => contrast(colour(token, theme), colour(ground, theme))));

  it.each(["ink", "ink-2", "ink-3"])("%s is readable on every surface", (token) => {
    expect(lowest(token, SURFACES)).toBeGreaterThanOrEqual(4.5);
  });

  it("the primary button is readable", () => {
    expect(lowest("on-ink", ["ink"])).toBeGreaterThanOrEqual(4.5);
  });

  it("edges that mean something are seen", () => {
    expect(lowest("line-strong", SURFACES)).toBeGreaterThanOrEqual(3);
  });

  it.each(TONES)("%s: text and glyph hold on surfaces and on the tint", (tone) => {
    const grounds = [...SURFACES, `${tone}-tint`];
    expect(lowest(`${tone}-fg`, grounds)).toBeGreaterThanOrEqual(4.5);
    expect(lowest(`${tone}-edge`, grounds)).toBeGreaterThanOrEqual(3);
  });

  it("quiet text holds on every tint", () => {
    expect(lowest("ink-3", TONES.map((tone) => `${tone}-tint`))).toBeGreaterThanOrEqual(4.5);
  });
});

it("knows black on white, so that the rest means something", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#777777", "#ffffff")).toBeLessThan(4.5);
});

function colour(token: string, theme: "light" | "dark"): string {
  const value = new RegExp(`--${token}:\\s*([^;]+);`).exec(css)?.[1] ?? "";
  const alias = /^var\(--([\w-]+)\)/.exec(value)?.[1];
  if (alias !== undefined) return colour(alias, theme);
  const pair = /light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/.exec(value);
  const found = theme === "light" ? pair?.[1] : pair?.[2];
  if (found === undefined) throw new Error(`tokens.css has no pair for --${token}`);
  return found;
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
