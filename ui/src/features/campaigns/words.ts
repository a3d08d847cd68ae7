import type { Campaign, CampaignPace, CampaignPlace, CampaignStage, CampaignState } from "../../lib/api/contract";
import type { Status } from "../../design/status";
import { counted, sentence } from "../../lib/words/number";

/** The answer of the list. */
export function titleOf(campaigns: readonly Campaign[]): string {
  const halted = campaigns.filter((one) => one.state === "halted").length;
  const running = campaigns.filter((one) => one.state === "running").length;
  if (halted + running === 0) return "No change of an overlay is being sent";
  if (halted === 0) return sentence(`${counted(running, "change")} of overlays ${running === 1 ? "is" : "are"} being sent`);
  const others = running === 0 ? "" : `, ${counted(running, "other")} ${running === 1 ? "goes" : "go"} on`;
  return sentence(`${counted(halted, "campaign")} ${halted === 1 ? "is" : "are"} halted${others}`);
}

/** What a campaign sends, as people know it. */
export function nameOf({ overlay, revision }: Pick<Campaign, "overlay" | "revision">): string {
  return `${overlay}, revision ${revision}`;
}

const STATES: Readonly<Record<CampaignState, readonly [words: string, status: Status]>> = {
  running: ["is being sent", "waiting"],
  halted: ["is halted", "person"],
  settled: ["is in force everywhere", "healthy"],
  stopped: ["was stopped", "superseded"],
  replaced: ["was replaced by a newer one", "superseded"],
};

export const howItIs = (state: CampaignState): string => STATES[state][0];
export const statusOf = (state: CampaignState): Status => STATES[state][1];

const STAGES: Readonly<Record<CampaignStage, readonly [words: string, status: Status]>> = {
  through: ["is through", "healthy"],
  underWay: ["is under way", "waiting"],
  next: ["comes next", "queued"],
  behind: ["comes after its earlier environments", "queued"],
  waiting: ["waits", "waiting"],
  ended: ["ended without it", "superseded"],
};

export const stageWords = (stage: CampaignStage): string => STAGES[stage][0];
export const stageStatus = (stage: CampaignStage): Status => STAGES[stage][1];

/** How fast it goes, in words. */
export function paceOf({ atOnce, everySeconds }: CampaignPace): string {
  const many = atOnce === undefined ? "one first, then never more at once than have come through" : atOnce === "all" ? "all at once" : `${atOnce} at once`;
  return everySeconds === undefined ? many : `${many}, one every ${lasting(everySeconds)}`;
}

function lasting(seconds: number): string {
  if (seconds % 3600 === 0) return counted(seconds / 3600, "hour");
  return seconds % 60 === 0 ? counted(seconds / 60, "minute") : counted(seconds, "second");
}

/** Places by environment, in the order in which environments first come. */
export function byEnvironment(places: readonly CampaignPlace[]): readonly (readonly [environment: string, places: readonly CampaignPlace[]])[] {
  const all = new Map<string, CampaignPlace[]>();
  for (const place of places) {
    const there = all.get(place.environment);
    if (there === undefined) all.set(place.environment, [place]);
    else there.push(place);
  }
  return [...all];
}

/** The environments that wait for somebody who names them. */
export function unnamed(places: readonly CampaignPlace[]): readonly string[] {
  return [...new Set(places.filter((place) => place.because?.code === "confirmation-missing").map((place) => place.environment))];
}

/** Whether it can still be stopped. */
export const isOpen = ({ state }: Pick<Campaign, "state">): boolean => state === "running" || state === "halted";
