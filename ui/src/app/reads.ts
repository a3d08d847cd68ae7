import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { readAll } from "../lib/api/all";
import { read, Refused } from "../lib/api/http";
import type { Key } from "../lib/live/affected";

/** Every read of the client and the name it is kept under. The stream refreshes them by these names. */

const PAGE = 100;
const kept = <K extends Key>(...key: K) => key;

export const whoami = () =>
  queryOptions({ queryKey: ["whoami"], queryFn: ({ signal }) => read("/api/v1/whoami", {}, {}, signal), retry: (times, failure) => !(failure instanceof Refused) && times < 3 });

export const applications = () =>
  queryOptions({
    queryKey: kept("applications"),
    queryFn: ({ signal }) => readAll((cursor) => read("/api/v1/applications", {}, { limit: PAGE, ...after(cursor) }, signal)),
  });

export const application = (name: string) =>
  queryOptions({ queryKey: kept("applications", name), queryFn: ({ signal }) => read("/api/v1/applications/{application}", { application: name }, {}, signal) });

export const environments = () =>
  queryOptions({
    queryKey: kept("environments"),
    queryFn: ({ signal }) => readAll((cursor) => read("/api/v1/environments", {}, { limit: PAGE, ...after(cursor) }, signal)),
  });

export const environment = (name: string) =>
  queryOptions({ queryKey: kept("environments", name), queryFn: ({ signal }) => read("/api/v1/environments/{environment}", { environment: name }, {}, signal) });

export const targets = (environmentName?: string) =>
  queryOptions({
    queryKey: kept("targets", environmentName ?? ""),
    queryFn: ({ signal }) =>
      readAll((cursor) => read("/api/v1/targets", {}, { limit: PAGE, ...(environmentName === undefined ? {} : { environment: environmentName }), ...after(cursor) }, signal)),
  });

export const placements = (of: { readonly application?: string; readonly environment?: string } = {}) =>
  queryOptions({
    queryKey: kept("placements", of.application ?? "", of.environment ?? ""),
    queryFn: ({ signal }) => readAll((cursor) => read("/api/v1/placements", {}, { limit: PAGE, ...of, ...after(cursor) }, signal)),
  });

export const placement = (app: string, env: string) =>
  queryOptions({
    queryKey: kept("placements", app, env, "one"),
    queryFn: ({ signal }) => read("/api/v1/applications/{application}/environments/{environment}", { application: app, environment: env }, {}, signal),
  });

/** What a rollback would do now; it is read anew whenever something changes at the placement. */
export const rollback = (app: string, env: string, to?: number) =>
  queryOptions({
    queryKey: kept("placements", app, env, "rollback", to ?? 0),
    queryFn: ({ signal }) =>
      read("/api/v1/applications/{application}/environments/{environment}/rollback", { application: app, environment: env }, to === undefined ? {} : { to }, signal),
  });

/** What could be gone back to now, and what not. */
export const rollbackChoices = (app: string, env: string) =>
  queryOptions({
    queryKey: kept("placements", app, env, "rollback-choices"),
    queryFn: ({ signal }) =>
      read("/api/v1/applications/{application}/environments/{environment}/rollback/choices", { application: app, environment: env }, {}, signal),
  });

/** What deploying a commit would change now; asked of the repository anew whenever something changes at the placement. */
export const changes = (app: string, env: string, revision: string) =>
  queryOptions({
    queryKey: kept("placements", app, env, "changes", revision),
    queryFn: ({ signal }) =>
      read("/api/v1/applications/{application}/environments/{environment}/changes", { application: app, environment: env }, revision === "" ? {} : { revision }, signal),
  });

/** Which values are in force at a placement, and who set each. */
export const explanation = (app: string, env: string) =>
  queryOptions({
    queryKey: kept("placements", app, env, "explanation"),
    queryFn: ({ signal }) => read("/api/v1/applications/{application}/environments/{environment}/explanation", { application: app, environment: env }, {}, signal),
  });

/** What a placement waits for, decided afresh whenever something changes there. */
export const whyAt = (app: string, env: string) =>
  queryOptions({
    queryKey: kept("placements", app, env, "why"),
    queryFn: ({ signal }) => read("/api/v1/applications/{application}/environments/{environment}/why", { application: app, environment: env }, {}, signal),
  });

export const deliveries = (app: string, env: string) =>
  infiniteQueryOptions({
    queryKey: kept("deliveries", app, env),
    queryFn: ({ signal, pageParam }) =>
      read("/api/v1/applications/{application}/environments/{environment}/deliveries", { application: app, environment: env }, { limit: 50, ...after(pageParam) }, signal),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  });

export const delivery = (app: string, env: string, number: number) =>
  queryOptions({
    queryKey: kept("delivery", app, env, number),
    queryFn: ({ signal }) =>
      read("/api/v1/applications/{application}/environments/{environment}/deliveries/{number}", { application: app, environment: env, number }, {}, signal),
  });

/** What other tools deployed, as it was recorded. */
export const external = (app: string, env: string) =>
  infiniteQueryOptions({
    queryKey: kept("placements", app, env, "external"),
    queryFn: ({ signal, pageParam }) =>
      read("/api/v1/applications/{application}/environments/{environment}/external", { application: app, environment: env }, { limit: 50, ...after(pageParam) }, signal),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  });

/** Who approved, and what one's own word would come to; it is read anew whenever something changes at the placement. */
export const ballot = (app: string, env: string, number: number) =>
  queryOptions({
    queryKey: kept("delivery", app, env, number, "ballot"),
    queryFn: ({ signal }) =>
      read("/api/v1/applications/{application}/environments/{environment}/deliveries/{number}/ballot", { application: app, environment: env, number }, {}, signal),
  });

/** Two deliveries never change, so what they have not in common is never read again. */
export const difference = (app: string, env: string, number: number, from?: number) =>
  queryOptions({
    queryKey: ["difference", app, env, number, from ?? 0],
    queryFn: ({ signal }) =>
      read(
        "/api/v1/applications/{application}/environments/{environment}/deliveries/{number}/difference",
        { application: app, environment: env, number },
        from === undefined ? {} : { from },
        signal,
      ),
  });

/** What a delivery wrote; it grows without an entry in the ledger, so it is looked at again while it is shown. */
export const logs = (app: string, env: string, number: number) =>
  queryOptions({
    queryKey: kept("delivery", app, env, number, "logs"),
    queryFn: ({ signal }) =>
      readAll((cursor) =>
        read("/api/v1/applications/{application}/environments/{environment}/deliveries/{number}/logs", { application: app, environment: env, number }, { limit: PAGE, ...after(cursor) }, signal),
      ),
    refetchInterval: 3000,
  });

export const shipments = (app: string) =>
  queryOptions({ queryKey: kept("shipments", app), queryFn: ({ signal }) => read("/api/v1/shipments", {}, { application: app, limit: 25 }, signal) });

export const shipment = (id: string) =>
  queryOptions({ queryKey: kept("shipments", "one", id), queryFn: ({ signal }) => read("/api/v1/shipments/{shipment}", { shipment: id }, {}, signal) });

/** What is delivered as one; what moves a shipment may move it. */
export const set = (id: string) =>
  queryOptions({ queryKey: kept("shipments", "set", id), queryFn: ({ signal }) => read("/api/v1/sets/{set}", { set: id }, {}, signal) });

export const setBack = (id: string, where: string) =>
  queryOptions({ queryKey: kept("shipments", "set", id, "rollback", where), queryFn: ({ signal }) => read("/api/v1/sets/{set}/rollback", { set: id }, { environment: where }, signal) });

export const queue = () =>
  queryOptions({ queryKey: kept("queue"), queryFn: ({ signal }) => readAll((cursor) => read("/api/v1/queue", {}, { limit: PAGE, ...after(cursor) }, signal)) });

/** The beginning of one placement's queue, which is where what is held stands. */
export const queueAt = (app: string, env: string) =>
  queryOptions({ queryKey: kept("queue", app, env), queryFn: ({ signal }) => read("/api/v1/queue", {}, { application: app, environment: env, limit: PAGE }, signal) });

export const event = (position: number) =>
  queryOptions({ queryKey: kept("event", position), queryFn: ({ signal }) => read("/api/v1/events/{position}", { position }, {}, signal) });

export const latest = (count: number) =>
  queryOptions({ queryKey: kept("activity", "latest"), queryFn: ({ signal }) => read("/api/v1/activity", {}, { limit: count }, signal) });

/** What is locked now; there are never many, so it is read whole. */
export const locks = () =>
  queryOptions({ queryKey: kept("locks"), queryFn: ({ signal }) => readAll((cursor) => read("/api/v1/locks", {}, { limit: PAGE, ...after(cursor) }, signal)) });

/** The secrets that are sealed for an environment, without what they are. */
export const secrets = (env: string) =>
  queryOptions({
    queryKey: kept("environments", env, "secrets"),
    queryFn: ({ signal }) => readAll((cursor) => read("/api/v1/environments/{environment}/secrets", { environment: env }, { limit: PAGE, ...after(cursor) }, signal)),
  });

/** What lies outside and is waited for. */
export const resources = () =>
  queryOptions({ queryKey: kept("resources"), queryFn: ({ signal }) => readAll((cursor) => read("/api/v1/resources", {}, { limit: PAGE, ...after(cursor) }, signal)) });

/** What has to be so of services, whoever declares them. */
export const policies = () =>
  queryOptions({ queryKey: kept("policies"), queryFn: ({ signal }) => readAll((cursor) => read("/api/v1/policies", {}, { limit: PAGE, ...after(cursor) }, signal)) });

/** What others than their applications say of services. */
export const overlays = () =>
  queryOptions({ queryKey: kept("campaigns", "overlays"), queryFn: ({ signal }) => readAll((cursor) => read("/api/v1/overlays", {}, { limit: PAGE, ...after(cursor) }, signal)) });

/** Where an overlay would be sent to now. */
export const overlayPlaces = (overlay: string) =>
  queryOptions({
    queryKey: kept("campaigns", "overlays", overlay),
    queryFn: ({ signal }) => readAll((cursor) => read("/api/v1/overlays/{overlay}/places", { overlay }, { limit: PAGE, ...after(cursor) }, signal)),
  });

/** The newest changes of overlays that are sent or were. */
export const campaigns = () => queryOptions({ queryKey: kept("campaigns"), queryFn: ({ signal }) => read("/api/v1/campaigns", {}, { limit: PAGE }, signal) });

export const campaign = (id: string) =>
  queryOptions({ queryKey: kept("campaigns", id), queryFn: ({ signal }) => read("/api/v1/campaigns/{campaign}", { campaign: id }, {}, signal) });

/** Where a campaign went and still goes. */
export const campaignPlaces = (id: string) =>
  queryOptions({
    queryKey: kept("campaigns", id, "places"),
    queryFn: ({ signal }) => readAll((cursor) => read("/api/v1/campaigns/{campaign}/places", { campaign: id }, { limit: PAGE, ...after(cursor) }, signal)),
  });

/** Who is told of what happens. How that goes changes without an entry in the ledger, so it is looked at again while it is shown. */
export const notifications = () =>
  queryOptions({ queryKey: kept("notifications"), queryFn: ({ signal }) => read("/api/v1/notifications", {}, {}, signal), refetchInterval: 5000 });

/** What the activity can be narrowed to; it is in the address of its page. */
export interface ActivityFilter {
  readonly application?: string;
  readonly environment?: string;
  readonly type?: string;
  readonly actor?: string;
  readonly from?: string;
  readonly to?: string;
}

export const activity = (filter: ActivityFilter) =>
  infiniteQueryOptions({
    queryKey: kept("activity", "all", JSON.stringify(filter)),
    queryFn: ({ signal, pageParam }) => read("/api/v1/activity", {}, { ...filter, limit: PAGE, ...after(pageParam) }, signal),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  });

/** An entry never changes, so it is never read again. */
export const entry = (position: number) =>
  queryOptions({ queryKey: ["entry", position], queryFn: ({ signal }) => read("/api/v1/entries/{position}", { position }, {}, signal) });

function after(cursor: string | undefined): { cursor?: string } {
  return cursor === undefined || cursor === "" ? {} : { cursor };
}
