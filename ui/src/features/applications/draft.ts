import type { Application, DeployRequest, Parameter, Placement } from "../../lib/api/contract";
import { version } from "../deliveries/version";
import { given, unnamed } from "./given";

/** What somebody has filled in so far. */
export interface Draft {
  readonly environment: string | undefined;
  readonly revision: string;
  /** For placeholders in commands: NAME=VALUE, one a line. */
  readonly parameters: string;
  /** When it may start at the earliest, by the clock of the browser; empty means at once. */
  readonly later: string;
  readonly force: boolean;
  /** What was typed to confirm it. */
  readonly typed: string;
}

/** Nothing is chosen for a person, unless there is only one to choose. */
export function emptyDraft(route: readonly string[]): Draft {
  return { environment: route.length === 1 ? route[0] : undefined, revision: "", parameters: "", later: "", force: false, typed: "" };
}

/** What must be typed to force: what is forced, and where. */
export function forcing(application: string, environment: string): string {
  return `${application}/${environment}`;
}

/** What is still missing, as a request to the person; undefined when it can be sent. A protected environment is typed by name. */
export function missing(draft: Draft, application: string, isProtected: boolean): string | undefined {
  if (draft.environment === undefined) return "Choose an environment.";
  if (/\s/.test(draft.revision.trim())) return "A branch, tag or commit has no spaces.";
  const mistaken = unnamed(draft.parameters);
  if (mistaken !== undefined) return mistaken;
  if (draft.later !== "" && Number.isNaN(Date.parse(draft.later))) return "Say the day and the time.";
  const name = forcing(application, draft.environment);
  if (draft.force) return draft.typed === name ? undefined : `Type ${name} to force it.`;
  return isProtected && draft.typed !== draft.environment ? `Type ${draft.environment} to confirm it.` : undefined;
}

/** The draft as the server takes it; undefined while something is missing. */
export function requestOf(draft: Draft, application: string, isProtected: boolean): DeployRequest | undefined {
  const { environment, force } = draft;
  if (environment === undefined || missing(draft, application, isProtected) !== undefined) return undefined;
  const revision = draft.revision.trim();
  const parameters = given(draft.parameters);
  return {
    environment,
    ...(revision === "" ? {} : { revision }),
    ...(parameters === undefined ? {} : { parameters }),
    ...(draft.later === "" ? {} : { at: new Date(draft.later).toISOString() }),
    ...(force ? { force } : {}),
    ...(isProtected ? { confirm: environment } : {}),
  };
}

/** What may be given for a parameter, in a few words: "batch: integer from 1 to 500, has to be given". */
export function parameter({ name, type, fallback, choices, min, max }: Parameter): string {
  const range = `${min === undefined ? "" : ` from ${min}`}${max === undefined ? "" : ` to ${max}`}`;
  const words = choices.length === 0 ? "" : `, one of ${choices.join(", ")}`;
  const kind = type === "secret" ? "name of a sealed secret, or name@version, never its value" : type;
  return `${name}: ${kind}${range}${words}, ${fallback === undefined ? "has to be given" : `${fallback === "" ? "empty" : fallback} when not given`}`;
}

/** What deploying to an environment meets there, as the placement says. */
export function meets(placement: Placement | undefined): string {
  if (placement === undefined) return "";
  const runs = placement.inForce === undefined ? "nothing yet" : `runs ${version(placement.inForce)}`;
  const under = placement.active === undefined ? [] : [`#${placement.active.number} is under way`];
  const waits = placement.queued === 0 ? [] : [`${placement.queued} ${placement.queued === 1 ? "waits" : "wait"}`];
  return [runs, ...under, ...waits].join(", ");
}

/** What happens when it is sent, as one sentence. */
export function follows(application: Application, draft: Draft, placement: Placement | undefined): string {
  const what = draft.revision.trim() === "" ? `The commit at the head of ${application.branch ?? "the default branch"}` : `The commit of ${draft.revision.trim()}`;
  if (draft.environment === undefined) return `${what} goes to one environment, and not on from there.`;
  if (draft.later !== "") return `${what} of this moment is queued for ${draft.environment}, and starts at that time at the earliest. It does not go on from there.`;
  const busy = placement !== undefined && (placement.active !== undefined || placement.queued > 0);
  return `${what} is queued for ${draft.environment}${busy ? ", and rolls out when its turn comes" : " and rolls out next"}. It does not go on from there.`;
}
