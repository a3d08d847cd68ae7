import type { Environment } from "../../lib/api/contract";

/** Environments that were made from one template; those that stand alone have no group. */
export interface Grouped {
  readonly group?: string;
  readonly of: readonly Environment[];
}

/** Those that stand alone, then one group after the other; all as they came. */
export function grouped(environments: readonly Environment[]): readonly Grouped[] {
  const groups = [...new Set(environments.flatMap((each) => (each.group === undefined ? [] : [each.group])))].sort();
  const alone = environments.filter((each) => each.group === undefined);
  return [...(alone.length > 0 ? [{ of: alone }] : []), ...groups.map((group) => ({ group, of: environments.filter((each) => each.group === group) }))];
}
