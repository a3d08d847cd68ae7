import type { TriggerTest } from "../../lib/api/contract";

/** What may happen to an application. */
export type Happening = "push" | "tag" | "type";

export const HAPPENINGS: readonly { readonly happening: Happening; readonly says: string; readonly asks: string }[] = [
  { happening: "push", says: "A push", asks: "Branch" },
  { happening: "tag", says: "A tag", asks: "Tag" },
  { happening: "type", says: "A signed event", asks: "Type of the event" },
];

/** What is asked of the server; undefined while nothing is named. */
export function testOf(happening: Happening, name: string): TriggerTest | undefined {
  const named = name.trim();
  return named === "" ? undefined : { [happening]: named };
}
