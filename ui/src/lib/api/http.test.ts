import { expect, it } from "vitest";
import { address } from "./http";

it("fills the names in an address", () => {
  expect(address("/api/v1/applications/{application}", { application: "shop" })).toBe("/api/v1/applications/shop");
});

it("lets no name leave its place", () => {
  expect(address("/api/v1/applications/{application}", { application: "../tokens?x=1#y" })).toBe("/api/v1/applications/..%2Ftokens%3Fx%3D1%23y");
});

it("leaves questions out that are not asked", () => {
  expect(address("/api/v1/activity", {}, { application: "shop", environment: undefined, type: "", limit: 4 })).toBe(
    "/api/v1/activity?application=shop&limit=4",
  );
});
