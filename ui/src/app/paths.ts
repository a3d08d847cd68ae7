/** Every address of the client, once. Values are encoded, so that none can leave its place. */

const at = (...parts: (string | number)[]) => `/${parts.map((part) => encodeURIComponent(String(part))).join("/")}`;

export const paths = {
  overview: () => "/",
  activity: () => "/activity",
  applications: () => "/apps",
  application: (application: string) => at("apps", application),
  placement: (application: string, environment: string) => at("apps", application, environment),
  delivery: (application: string, environment: string, number: number) => at("apps", application, environment, number),
  difference: (application: string, environment: string, number: number, from?: number) => `${at("apps", application, environment, number, "diff")}${from === undefined ? "" : `?from=${from}`}`,
  logs: (application: string, environment: string, number: number) => at("apps", application, environment, number, "logs"),
  shipment: (shipment: string) => at("shipments", shipment),
  event: (position: number) => at("events", position),
  environments: () => "/envs",
  environment: (environment: string) => at("envs", environment),
  queue: () => "/queue",
  locks: () => "/locks",
  resources: () => "/resources",
  policies: () => "/policies",
  whatIf: () => "/whatif",
  preview: (application: string) => at("preview", application),
  entry: (position: number) => at("ledger", position),
  login: () => "/login",
  catalogue: () => "/design",
} as const;

/** The same addresses as the router matches them. */
export const patterns = {
  overview: "/",
  activity: "/activity",
  applications: "/apps",
  application: "/apps/:application",
  placement: "/apps/:application/:environment",
  delivery: "/apps/:application/:environment/:number",
  difference: "/apps/:application/:environment/:number/diff",
  logs: "/apps/:application/:environment/:number/logs",
  shipment: "/shipments/:shipment",
  event: "/events/:position",
  environments: "/envs",
  environment: "/envs/:environment",
  queue: "/queue",
  locks: "/locks",
  resources: "/resources",
  policies: "/policies",
  whatIf: "/whatif",
  preview: "/preview/:application",
  entry: "/ledger/:position",
  login: "/login",
  catalogue: "/design",
} as const;
