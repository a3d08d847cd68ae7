import { worst, type Status } from "../../design/status";
import type { Placement } from "../../lib/api/contract";

/** What one cell says: one glyph, and words for whatever differs from healthy. */
export interface Shown {
  readonly status: Status;
  /** The first words of the second line; absent when healthy. */
  readonly word?: string;
  /** What follows the word, for wide places. */
  readonly detail?: string;
  /** Percent of the rollout under way, which shows as a bar whichever glyph holds. */
  readonly share?: number;
  /** The delivery that the cell is about: the active one, else the failed one, else the one in force. */
  readonly number?: number;
}

/** Derives a cell from what the server said of a placement; undefined where nothing was ever delivered. */
export function shown(placement: Placement): Shown | undefined {
  const status = worst(statuses(placement));
  const number = placement.active?.number ?? placement.lastFailure?.number ?? placement.inForce?.number;
  if (status === undefined || number === undefined) return undefined;
  return { status, number, ...words(status, placement), ...(placement.active === undefined ? {} : { share: placement.active.share }) };
}

/** Everything that holds of a placement at once; the glyph is the worst of it. */
export function statuses(placement: Placement): readonly Status[] {
  const all: Status[] = [];
  if (placement.health === "unhealthy" || placement.health === "gone" || placement.lastFailure !== undefined) all.push("failing");
  switch (placement.active?.state) {
    case "stuck":
      all.push("stuck");
      break;
    case "rolling":
    case "cancelling":
      all.push("moving");
      break;
    case "waiting":
      all.push(waitsForApproval(placement) ? "person" : "waiting");
      break;
    case "settled":
    case "failed":
    case "cancelled":
    case "superseded":
    case undefined:
      break;
  }
  if (placement.paused !== undefined) all.push("paused");
  if (placement.drifted) all.push("drift");
  if (placement.queued > 0 && placement.active === undefined) all.push("queued");
  if (placement.inForce !== undefined) all.push("healthy");
  return all;
}

/** Whether a person should look: the list over the matrix holds these. */
export function needsAttention(placement: Placement): boolean {
  const status = shown(placement)?.status;
  return status === "failing" || status === "stuck" || status === "person" || status === "drift";
}

/** Whether what is on its way waits for people's word. */
export function waitsForApproval(placement: Placement): boolean {
  return placement.active?.state === "waiting" && placement.active.because?.code === "approval-missing";
}

function words(status: Status, placement: Placement): { word?: string; detail?: string } {
  const because = placement.active?.because?.sentence;
  switch (status) {
    case "failing":
      return placement.lastFailure === undefined
        ? { word: placement.health === "gone" ? "Gone" : "Unhealthy" }
        : { word: `#${placement.lastFailure.number} failed`, detail: placement.lastFailure.because.sentence };
    case "stuck":
      return { word: "Stuck", ...detailed(because) };
    case "drift":
      return { word: "Drift", detail: "differs from its order" };
    case "moving":
      return { word: stepWord(placement) };
    case "person":
      return { word: "Needs approval", ...detailed(because) };
    case "waiting":
      return { word: "Waits", ...detailed(because) };
    case "paused":
      return { word: "Paused", ...detailed(placement.paused?.because) };
    case "queued":
      return { word: "Queued", detail: `${placement.queued} ${placement.queued === 1 ? "waits" : "wait"}` };
    default:
      return {};
  }
}

function stepWord(placement: Placement): string {
  const { step = 0, steps = 0 } = placement.active ?? {};
  if (step === 0 || steps === 0) return "Starts";
  return steps === 1 ? "Rolling" : `Step ${step} of ${steps}`;
}

function detailed(detail: string | undefined): { detail?: string } {
  return detail === undefined ? {} : { detail };
}
