import { paths } from "./paths";

export interface Crumb {
  readonly name: string;
  readonly path: string;
}

const ROOTS: Readonly<Record<string, Crumb>> = {
  "": { name: "Overview", path: paths.overview() },
  activity: { name: "Activity", path: paths.activity() },
  apps: { name: "Applications", path: paths.applications() },
  envs: { name: "Environments", path: paths.environments() },
  queue: { name: "Queue", path: paths.queue() },
  locks: { name: "Locks", path: paths.locks() },
  resources: { name: "Resources", path: paths.resources() },
  policies: { name: "Policies", path: paths.policies() },
  campaigns: { name: "Campaigns", path: paths.campaigns() },
  notifications: { name: "Notifications", path: paths.notifications() },
  preview: { name: "Applications", path: paths.applications() },
  whatif: { name: "What if", path: paths.whatIf() },
  events: { name: "Activity", path: paths.activity() },
  shipments: { name: "Applications", path: paths.applications() },
  ledger: { name: "Activity", path: paths.activity() },
  design: { name: "Catalogue", path: paths.catalogue() },
};

/** The way to an address, named as the command line names things: application / environment / #number. */
export function crumbs(pathname: string): readonly Crumb[] {
  const [first = "", ...rest] = pathname.split("/").filter((part) => part !== "").map(decoded);
  const root = ROOTS[first];
  if (root === undefined) return [{ name: "Not found", path: pathname }];
  const [one, two, three, four] = rest;
  if (first === "apps") {
    const trail = [root];
    if (one !== undefined) trail.push({ name: one, path: paths.application(one) });
    if (one !== undefined && two !== undefined) trail.push({ name: two, path: paths.placement(one, two) });
    if (one !== undefined && two !== undefined && three !== undefined) trail.push({ name: `#${three}`, path: paths.delivery(one, two, Number(three)) });
    if (four === "diff") trail.push({ name: "difference", path: pathname });
    if (four === "logs") trail.push({ name: "logs", path: pathname });
    return trail;
  }
  if (first === "preview" && one !== undefined) return [root, { name: one, path: paths.application(one) }, { name: "preview", path: pathname }];
  if (one === undefined) return [root];
  return [root, { name: first === "shipments" ? "Shipment" : first === "campaigns" ? "Campaign" : `${PREFIX[first] ?? ""}${one}`, path: pathname }];
}

const PREFIX: Readonly<Record<string, string>> = { events: "event ", ledger: "entry " };

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
