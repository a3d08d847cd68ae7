import { paths } from "./paths";

/** A place that the navigation names; only places that exist. */
export interface Place {
  readonly name: string;
  readonly path: string;
  readonly icon: string;
  /** Addresses under this one belong to it as well. */
  readonly under: string;
  /** The key after g that goes there. */
  readonly key: string;
}

const overview: Place = { name: "Overview", path: paths.overview(), icon: "overview", under: "/", key: "o" };
const activity: Place = { name: "Activity", path: paths.activity(), icon: "activity", under: "/activity", key: "a" };
const applications: Place = { name: "Applications", path: paths.applications(), icon: "apps", under: "/apps", key: "p" };
const environments: Place = { name: "Environments", path: paths.environments(), icon: "envs", under: "/envs", key: "e" };
const queue: Place = { name: "Queue", path: paths.queue(), icon: "queue", under: "/queue", key: "q" };
const locks: Place = { name: "Locks", path: paths.locks(), icon: "lock", under: "/locks", key: "l" };
const resources: Place = { name: "Resources", path: paths.resources(), icon: "link", under: "/resources", key: "r" };
const policies: Place = { name: "Policies", path: paths.policies(), icon: "check", under: "/policies", key: "y" };
const campaigns: Place = { name: "Campaigns", path: paths.campaigns(), icon: "activity", under: "/campaigns", key: "c" };
const notifications: Place = { name: "Notifications", path: paths.notifications(), icon: "activity", under: "/notifications", key: "n" };
const whatIf: Place = { name: "What if", path: paths.whatIf(), icon: "filter", under: "/whatif", key: "w" };

export const groups: readonly { readonly name?: string; readonly places: readonly Place[] }[] = [
  { places: [overview, activity] },
  { name: "Deliver", places: [applications, environments, queue, locks, resources, policies, campaigns, notifications, whatIf] },
];

/** The five that a thumb reaches. */
export const tabs: readonly Place[] = [overview, applications, environments, activity, queue];

/** Whether an address lies in a place; the overview is only itself. */
export function isIn(place: Place, address: string): boolean {
  if (place.under === "/") return address === "/";
  return address === place.under || address.startsWith(`${place.under}/`);
}
