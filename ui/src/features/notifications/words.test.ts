import { expect, it } from "vitest";
import { channel, hook, notifications } from "../../fixtures/notifications";
import { howOf, stateOf, statusOf, titleOf, toldOf } from "./words";

it("says what somebody is told of", () => {
  expect(notifications.map(toldOf)).toEqual(["started, settled and failed, of applications shop, environments with region: eu", "failed and stuck, of environments production"]);
  expect(toldOf({ ...channel, events: [], reach: { ...channel.reach, environments: [] } })).toBe("bypasses, of everything");
  expect(toldOf({ ...channel, outlet: "github", events: [], reach: { ...channel.reach, environments: [] } })).toBe("what pull requests would change, of everything");
});

it("says how somebody is told, and no address that is a secret", () => {
  expect(notifications.map(howOf)).toEqual(["a webhook at hooks.example", "a channel of Slack"]);
  expect(howOf({ ...channel, outlet: "github" })).toBe("statuses, deployments or comments at GitHub");
  expect(howOf({ ...hook, outlet: "cdevents" })).toBe("CDEvents to hooks.example");
  expect(howOf({ ...hook, outlet: "datadog", to: "datadoghq.eu" })).toBe("events of Datadog at datadoghq.eu");
  expect(howOf({ ...channel, outlet: "email" })).toBe("people, by e-mail");
  expect(howOf({ ...hook, outlet: "sentry", to: "sentry.io" })).toBe("deploys of the Sentry at sentry.io");
  expect(howOf({ ...hook, outlet: "grafana", to: "grafana.example" })).toBe("annotations of the Grafana at grafana.example");
});

it("says how it goes", () => {
  expect(notifications.map(stateOf)).toEqual(["Cannot be told for more than an hour, and is tried all the same, 14 happenings still to be told, two messages left out", "Told everything"]);
  expect(notifications.map(statusOf)).toEqual(["failing", "healthy"]);
});

it.each([
  [[], "Nobody is told of anything"],
  [[channel], "One notification arrives"],
  [[channel, channel], "Two notifications arrive"],
  [[hook, channel], "One notification of 2 cannot be delivered"],
])("answers in its first sentence", (all, title) => {
  expect(titleOf(all)).toBe(title);
});
