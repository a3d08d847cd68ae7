import type { WhatIf, WhatIfRow } from "../../lib/api/contract";
import { counted, sentence } from "../../lib/words/number";
import { listed } from "../../lib/words/list";
import { lasting } from "../../lib/words/time";
import type { Status } from "../../design/status";

const SECOND = 1000;

/** The answer of a replay, as a title. */
export function answer(replay: WhatIf): string {
  if (replay.rows.length === 0) return "Nothing was on its way in that time";
  const told = (["stopped", "delayed", "let-through", "superseded"] as const).map((kind) => ({ kind, many: replay.rows.filter((row) => row.difference === kind).length })).filter(({ many }) => many > 0);
  if (told.length === 0) return "Nothing would have been different";
  return sentence(listed(told.map(({ kind, many }) => `${counted(many, "shipment")} ${WORDS[kind]}`)));
}

const WORDS = { stopped: "stopped", delayed: "delayed", "let-through": "let through", superseded: "superseded" } as const;

/** What would have been different, in a word or two. */
export function differenceWords(row: WhatIfRow): string {
  const by = row.seconds === undefined ? "" : lasting(row.seconds * SECOND);
  switch (row.difference) {
    case "same":
      return "as it was";
    case "stopped":
      return "stopped";
    case "delayed":
      return `later by ${by}`;
    case "let-through":
      return by === "" ? "let through" : `sooner by ${by}`;
    case "superseded":
      return "superseded";
  }
}

/** The shape of a difference. */
export function differenceStatus(row: WhatIfRow): Status {
  switch (row.difference) {
    case "same":
      return "done";
    case "stopped":
      return "stuck";
    case "delayed":
      return "queued";
    case "let-through":
      return "healthy";
    case "superseded":
      return "superseded";
  }
}

/** Why a document cannot be replayed as it was typed; undefined when it can. */
export function missing(document: string): string | undefined {
  return document.trim() === "" ? "Paste a document: an environment, a target or an application." : undefined;
}
