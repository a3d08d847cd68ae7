import { expect, it } from "vitest";
import { crumbs } from "./crumbs";

const names = (address: string) => crumbs(address).map((crumb) => crumb.name);

it("names the way as the command line does", () => {
  expect(names("/")).toEqual(["Overview"]);
  expect(names("/apps/checkout/production-eu/184")).toEqual(["Applications", "checkout", "production-eu", "#184"]);
  expect(names("/apps/checkout/production-eu/184/diff")).toEqual(["Applications", "checkout", "production-eu", "#184", "difference"]);
  expect(names("/envs/dev")).toEqual(["Environments", "dev"]);
  expect(names("/ledger/48176")).toEqual(["Activity", "entry 48176"]);
});

it("survives addresses that are nobody's", () => {
  expect(names("/nowhere")).toEqual(["Not found"]);
  expect(names("/apps/%E0%A4%A")).toEqual(["Applications", "%E0%A4%A"]);
});
