import type { RollbackPreview, Skip } from "../../lib/api/contract";
import { shortCommit } from "../../lib/words/digest";
import { listed } from "../../lib/words/list";

/** A rollback as its dialog tells it, before anybody presses. */
export interface GoingBack {
  /** The delivery that will hold again; what is pressed names exactly this one. */
  readonly to: number;
  readonly facts: readonly (readonly [string, string])[];
}

/** What a rollback would do, or a sentence that says why it cannot be done now. */
export function goingBack(preview: RollbackPreview, environment: string): GoingBack | string {
  if (!preview.possible || preview.to === undefined) return preview.because?.sentence ?? "It cannot be done now.";
  const { number } = preview.to;
  return {
    to: number,
    facts: [
      ["What happens", `${named(preview.to)} holds again in ${environment}, whole, under a new number. It goes before all that waits.`],
      ["What it skips", preview.skips.length === 0 ? "Nothing lies in between." : listed(preview.skips.map(named))],
      ["Kept away", "What is skipped does not come back by itself, nor do commits that contain it."],
      ["The way back", "Say which commit mends it, or deploy one explicitly."],
    ],
  };
}

function named({ number, sha }: Skip): string {
  return `#${number} (${shortCommit(sha)})`;
}
