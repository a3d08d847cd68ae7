import type { Status } from "../../design/status";
import type { Environment, Target } from "../../lib/api/contract";
import { ago, shortAge } from "../../lib/words/time";

/** Whether a target was heard lately enough, in words. */
export interface Freshness {
  readonly status: Status;
  readonly words: string;
}

/** A target that rests says so before anything else; another is offline once it was silent for longer than its environment allows; one that is heard may deviate. */
export function freshness(target: Target, environment: Environment | undefined, now: Date): Freshness {
  if (target.rest !== undefined) return target.rest.kind === "paused" ? { status: "paused", words: "paused" } : { status: "offline", words: "removed" };
  if (target.agent === undefined) return { status: "toCome", words: "no agent has joined yet" };
  const { lastHeard } = target.agent;
  if (lastHeard === undefined) return { status: "unknown", words: "not heard yet" };
  const heard = new Date(lastHeard);
  const silent = now.getTime() - heard.getTime();
  if (environment !== undefined && silent > environment.silentAfterSeconds * 1000) return { status: "offline", words: `not heard for ${shortAge(heard, now)}` };
  return { status: target.deviations.length > 0 ? "drift" : "healthy", words: `heard ${ago(heard, now)}` };
}
