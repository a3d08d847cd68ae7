import { expect, it } from "vitest";
import { groups, isIn, tabs } from "./navigation";

it("has one place per address, and the overview is only itself", () => {
  const inside = (address: string) => tabs.filter((place) => isIn(place, address)).map((place) => place.name);
  expect(inside("/")).toEqual(["Overview"]);
  expect(inside("/apps/shop/dev/3")).toEqual(["Applications"]);
  expect(inside("/appstore")).toEqual([]);
});

it("gives every place a key of its own", () => {
  const keys = groups.flatMap((group) => group.places.map((place) => place.key));
  expect(new Set(keys).size).toBe(keys.length);
});
