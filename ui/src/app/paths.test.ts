import { matchPath } from "react-router";
import { expect, it } from "vitest";
import { paths, patterns } from "./paths";

it("matches every address that it makes", () => {
  const made: Record<keyof typeof paths, string> = {
    overview: paths.overview(),
    activity: paths.activity(),
    applications: paths.applications(),
    application: paths.application("shop"),
    placement: paths.placement("shop", "production-eu"),
    delivery: paths.delivery("shop", "production-eu", 184),
    difference: paths.difference("shop", "production-eu", 184),
    logs: paths.logs("shop", "production-eu", 184),
    shipment: paths.shipment("s-7f21000000000000"),
    event: paths.event(48102),
    environments: paths.environments(),
    environment: paths.environment("production-eu"),
    queue: paths.queue(),
    locks: paths.locks(),
    resources: paths.resources(),
    policies: paths.policies(),
    campaigns: paths.campaigns(),
    campaign: paths.campaign("c-7f21000000000000"),
    notifications: paths.notifications(),
    whatIf: paths.whatIf(),
    preview: paths.preview("checkout"),
    entry: paths.entry(48176),
    login: paths.login(),
    catalogue: paths.catalogue(),
  };
  for (const [name, address] of Object.entries(made)) {
    expect(matchPath(patterns[name as keyof typeof patterns], address), name).not.toBeNull();
  }
});

it("keeps a hostile name in its place", () => {
  expect(paths.placement("../x", "a?b#c")).toBe("/apps/..%2Fx/a%3Fb%23c");
});
