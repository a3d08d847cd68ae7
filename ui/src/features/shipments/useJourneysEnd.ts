import { useQuery } from "@tanstack/react-query";
import { shipment } from "../../app/reads";
import { journeysEnd } from "./journey";

/** What ending a shipment's journey would mean, read once it is asked for; until that is known, what is missing. */
export function useJourneysEnd(id: string, asked: boolean, over: string) {
  const { data, isError } = useQuery({ ...shipment(id), enabled: asked });
  const end = data === undefined ? undefined : journeysEnd(data);
  return { data, facts: end?.facts ?? [], missing: end === undefined ? missing(data !== undefined, isError, over) : undefined };
}

function missing(read: boolean, unread: boolean, over: string): string {
  if (read) return over;
  return unread ? "What it would end could not be read; close this and open it again." : "Reading what it would end…";
}
