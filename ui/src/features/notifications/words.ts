import type { Status } from "../../design/status";
import type { Notification, NotificationState } from "../../lib/api/contract";
import { listed } from "../../lib/words/list";
import { counted, sentence } from "../../lib/words/number";

/** What somebody is told of, in one line. */
export function toldOf({ events, outlet, reach }: Notification): string {
  const labels = Object.entries(reach.labels).map(([name, value]) => `${name}: ${value}`);
  const parts = [
    ["applications", reach.applications],
    ["environments", reach.environments],
    ["environments with", labels],
  ] as const;
  const said = parts.filter(([, names]) => names.length > 0).map(([what, names]) => `${what} ${listed(names)}`);
  // A comment at a pull request is told of nothing that happens.
  const nothing = outlet === "github" ? "what pull requests would change" : "bypasses";
  const what = events.length === 0 ? nothing : listed(events);
  return `${what}, of ${said.length === 0 ? "everything" : said.join(", ")}`;
}

/** How somebody is told. */
export function howOf({ outlet, to }: Notification): string {
  if (outlet === "slack") return "a channel of Slack";
  if (outlet === "github") return "statuses, deployments or comments at GitHub";
  if (outlet === "cdevents") return to === undefined ? "CDEvents" : `CDEvents to ${to}`;
  if (outlet === "datadog") return to === undefined ? "events of Datadog" : `events of Datadog at ${to}`;
  if (outlet === "email") return "people, by e-mail";
  if (outlet === "sentry") return to === undefined ? "deploys of a Sentry" : `deploys of the Sentry at ${to}`;
  if (outlet === "grafana") return to === undefined ? "annotations of a Grafana" : `annotations of the Grafana at ${to}`;
  return to === undefined ? "a webhook" : `a webhook at ${to}`;
}

/** How it goes with somebody. */
export function stateOf({ state, owed, leftOut }: Notification): string {
  const rest = owed === 0 ? "" : `, ${counted(owed, "happening")} still to be told`;
  const gone = leftOut === 0 ? "" : `, ${counted(leftOut, "message")} left out`;
  return sentence(`${STATES[state].word}${rest}${gone}`);
}

/** The shape of that. */
export function statusOf({ state }: Notification): Status {
  return STATES[state].status;
}

const STATES: Readonly<Record<NotificationState, { word: string; status: Status }>> = {
  idle: { word: "told everything", status: "healthy" },
  owing: { word: "told something next", status: "queued" },
  failing: { word: "cannot be told, and is tried again", status: "degraded" },
  dead: { word: "cannot be told for more than an hour, and is tried all the same", status: "failing" },
};

/** The answer of the page. */
export function titleOf(all: readonly Notification[]): string {
  if (all.length === 0) return "Nobody is told of anything";
  const lost = all.filter(({ state }) => state === "failing" || state === "dead").length;
  if (lost === 0) return sentence(`${counted(all.length, "notification")} ${all.length === 1 ? "arrives" : "arrive"}`);
  return sentence(`${counted(lost, "notification")} of ${all.length} cannot be delivered`);
}
