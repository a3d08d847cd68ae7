import type { Entry } from "../../lib/api/contract";
import { day } from "../../lib/words/time";

/** A line of the activity: an entry, or the heading of a day. */
export type DayOrEntry =
  | { readonly form: "day"; readonly key: string; readonly name: string }
  | { readonly form: "entry"; readonly key: string; readonly entry: Entry };

/** Puts a heading before the first entry of each day, in the given zone; the viewer's own without one. */
export function byDay(entries: readonly Entry[], zone?: string): readonly DayOrEntry[] {
  const lines: DayOrEntry[] = [];
  let last: string | undefined;
  for (const entry of entries) {
    const name = day(new Date(entry.at), zone);
    if (name !== last) lines.push({ form: "day", key: `day-${name}`, name });
    last = name;
    lines.push({ form: "entry", key: String(entry.position), entry });
  }
  return lines;
}
