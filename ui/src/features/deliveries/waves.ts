import type { Member } from "../../lib/api/contract";

/** Targets that are reached together. */
export interface Wave {
  /** Which one it is, and how far it has come; empty where all are reached at once. */
  readonly title: string;
  readonly of: readonly Member[];
}

/** The targets in the waves in which they are reached, and those that are in none, for they were left out or came later, at the end. */
export function waves(members: readonly Member[]): readonly Wave[] {
  const numbers = [...new Set(members.flatMap((member) => member.wave ?? []))].toSorted((a, b) => a - b);
  const rest = members.filter((member) => member.wave === undefined);
  const inWaves = numbers.map((wave) => {
    const of = members.filter((member) => member.wave === wave);
    return { title: `Wave ${wave} of ${numbers.length} \u00b7 ${arrived(of)} of ${of.length} as ordered`, of };
  });
  if (rest.length === 0) return inWaves;
  return [...inWaves, { title: numbers.length === 0 ? "" : "In no wave", of: rest }];
}

function arrived(members: readonly Member[]): number {
  return members.filter((member) => member.outcome === "converged").length;
}
