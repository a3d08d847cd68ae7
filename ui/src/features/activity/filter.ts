import type { ActivityFilter } from "../../app/reads";

/** What the activity can be narrowed by, and the word that is typed for it. */
const WORDS: Readonly<Record<string, keyof ActivityFilter>> = { app: "application", env: "environment", type: "type", by: "actor", from: "from", to: "to" };

/** Longest value that is asked for; the contract's names and types are shorter. */
const LONGEST = 63;

/** Typed words, as far as they are understood; the first that is not says why. */
export interface Typed {
  readonly filter: ActivityFilter;
  readonly problem?: string;
}

/** Understands words such as {@code app:checkout env:production type:RolloutFailed from:2026-11-20}. Dates are the viewer's own. */
export function understood(text: string): Typed {
  let filter: ActivityFilter = {};
  for (const word of text.split(/\s+/).filter((each) => each !== "")) {
    const colon = word.indexOf(":");
    const name = WORDS[word.slice(0, Math.max(colon, 0))];
    const value = word.slice(colon + 1);
    if (name === undefined) return { filter, problem: `${word} is not understood. Words begin with ${Object.keys(WORDS).join(":, ")}:` };
    if (value === "" || value.length > LONGEST) return { filter, problem: `${word} has no value that could be looked for.` };
    const meant = name === "from" || name === "to" ? instant(value) : value;
    if (meant === undefined) return { filter, problem: `${value} is no date. Write 2026-11-20, or 2026-11-20T14:00Z.` };
    filter = { ...filter, [name]: meant };
  }
  return { filter };
}

/** A filter in words, one each. */
export function words(filter: ActivityFilter): readonly { readonly name: keyof ActivityFilter; readonly word: string }[] {
  return Object.entries(WORDS).flatMap(([word, name]) => {
    const value = filter[name];
    return value === undefined ? [] : [{ name, word: `${word}:${value}` }];
  });
}

/** What the address says; values that nothing could be called are left out. */
export function filterIn(search: URLSearchParams): ActivityFilter {
  const given = Object.values(WORDS).flatMap((name) => {
    const value = search.get(name);
    return value === null || value === "" || value.length > LONGEST ? [] : [[name, value] as const];
  });
  return Object.fromEntries(given);
}

function instant(value: string): string | undefined {
  // A bare date means the viewer's midnight, which is what Date makes of it once a time is given.
  const date = new Date(/^\d{4}-\d\d-\d\d$/.test(value) ? `${value}T00:00` : value);
  return /^\d{4}-/.test(value) && !Number.isNaN(date.getTime()) ? date.toISOString() : undefined;
}
