import type { Placement } from "../../lib/api/contract";

/**
 * The environments of all routes as one order of columns: what comes first on a route stands left.
 * Routes that disagree keep the order of the first of them. Rows keep their place, and so do columns.
 */
export function columns(routes: readonly (readonly string[])[]): readonly string[] {
  const order: string[] = [];
  for (const route of routes) {
    for (const [index, environment] of route.entries()) {
      if (order.includes(environment)) continue;
      const next = route.slice(index + 1).find((later) => order.includes(later));
      order.splice(next === undefined ? order.length : order.indexOf(next), 0, environment);
    }
  }
  return order;
}

/** One application with its placements in the order of its route. */
export interface Row {
  readonly application: string;
  readonly placements: readonly Placement[];
}

/** The placements by application, in the order in which the server names them. */
export function rows(placements: readonly Placement[]): readonly Row[] {
  const own = new Map<string, Placement[]>();
  for (const placement of placements) {
    const row = own.get(placement.application);
    if (row === undefined) own.set(placement.application, [placement]);
    else row.push(placement);
  }
  return [...own].map(([application, of]) => ({ application, placements: of }));
}
