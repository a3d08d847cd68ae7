import type { ShipSet } from "../../lib/api/contract";

/** How a set is, as the end of a sentence that begins with its applications. */
export function howItIs(of: Pick<ShipSet, "state" | "undoes">): string {
  const back = of.undoes !== undefined;
  switch (of.state) {
    case "travelling":
      return back ? "go back as one" : "go as one";
    case "settled":
      return back ? "went back as one" : "have arrived as one";
    case "failed":
      return "failed as one";
    case "cancelled":
      return "were cancelled as one";
  }
}

/** The environments where something of a set that is over has arrived, and could go back. */
export function arrivedIn(of: Pick<ShipSet, "state" | "undoes" | "travel" | "members">): readonly string[] {
  if (of.state === "travelling" || of.undoes !== undefined) return [];
  return of.travel.filter((environment) => of.members.some((member) => member.stops.some((stop) => stop.environment === environment && stop.state === "arrived")));
}
