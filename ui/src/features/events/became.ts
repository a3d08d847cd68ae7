import type { EventDetail } from "../../lib/api/contract";
import { counted, sentence } from "../../lib/words/number";

/** What became of an event, in one sentence. */
export function becameOf({ event, evaluations }: EventDetail): string {
  const made = new Set(evaluations.flatMap((each) => (each.shipment === undefined ? [] : [each.shipment]))).size;
  if (made > 0) return sentence(`${counted(made, "shipment")} came of this`);
  switch (event.settlement) {
    case "pending":
      return "It is remembered, and what follows is being decided";
    case "followed":
      return "It was followed, and no shipment came of it";
    case "nothingFollows":
      return "Nothing follows from this";
    case "refused":
      return "It was refused";
  }
}
